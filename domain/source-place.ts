/** What the list of sources understands beside the filters: the source it begins behind. */
export const sourceParameters = ["after"] as const;

/** The slug of the source a page of the list begins behind; null, the beginning, where the address says none. */
export function readSourcePlace(params: URLSearchParams): string | null {
  const after = params.get(sourceParameters[0]) ?? "";
  return /^[a-z0-9-]{1,80}$/.test(after) ? after : null;
}
