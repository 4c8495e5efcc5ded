type Cursor = { readonly key: string; readonly id: string };

/** Where a page of the queue starts, as its address says; null for the first page and for what is no place in it. */
export function cursorIn(asked: Readonly<Record<string, string | string[] | undefined>>): Cursor | null {
  const { after, id } = asked;
  if (typeof after !== "string" || typeof id !== "string") return null;
  const wellFormed = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?[+-]\d{2}(:\d{2})?$/.test(after);
  return wellFormed && !Number.isNaN(Date.parse(after)) && /^[0-9a-z]{8}$/.test(id)
    ? { key: after, id }
    : null;
}

export const hrefOfNext = ({ key, id }: Cursor): string =>
  `/admin/review?${new URLSearchParams({ after: key, id })}`;
