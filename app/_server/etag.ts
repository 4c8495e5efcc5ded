/** Of an answer's encodings each has a tag of its own, told apart by what stands behind the point. */
export const encodedEtag = (etag: string, encoding: string): string =>
  encoding === "identity" ? etag : etag.replace(/"$/, `.${encoding}"`);

/** The tag of the answer itself, however it is encoded, and however weak it was made on the way. */
export const bareEtag = (etag: string): string =>
  etag
    .trim()
    .replace(/^W\//, "")
    .replace(/\.(?:gzip|br)"$/, '"');

type Asked = { readonly ifNoneMatch: string | null; readonly ifModifiedSince: string | null };

/** The tag under which a client has this answer already, be it in another encoding; null where it may not have it. */
export function knownEtag(
  { ifNoneMatch, ifModifiedSince }: Asked,
  etag: string,
  at: Date | null,
): string | null {
  if (ifNoneMatch !== null) {
    if (ifNoneMatch.trim() === "*") return etag;
    const known = ifNoneMatch.split(",").find((one) => bareEtag(one) === bareEtag(etag));
    return known?.trim().replace(/^W\//, "") ?? null;
  }
  return at !== null && at.getTime() <= Date.parse(ifModifiedSince ?? "") ? etag : null;
}
