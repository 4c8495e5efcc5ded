import { BoundedCache } from "@/domain/bounded-cache";

type Picture = Uint8Array<ArrayBuffer>;

/** Some 100 kB a picture: at most 16 MB or so are kept. */
const pictures = new BoundedCache<Promise<Picture | null>>(160);

/**
 * A picture, drawn once however many ask for it. `etag` names all it depends on, the revision included, so nothing is ever
 * stale. Null where there is nothing to draw.
 */
export function drawnOnce<Drawn extends Picture | null>(
  etag: string,
  draw: () => Promise<Drawn>,
): Promise<Drawn> {
  const known = pictures.get(etag);
  if (known !== undefined) return known as Promise<Drawn>; // one ETag is drawn in one place
  const drawn = draw();
  pictures.set(etag, drawn);
  drawn.catch(() => pictures.delete(etag)); // the next request tries again
  return drawn;
}
