import { BoundedCache } from "@/domain/bounded-cache";

/** Characters of markup kept for pages that are being written, and for the next ones that show the same. */
const MOST_CHARACTERS = 48_000_000;

/** The modules of server components and those of client components are two sets: only the process is one. */
const shared = globalThis as { verbatimStills?: BoundedCache<string> };

/** Markup by the hash of itself. */
export function stills(): BoundedCache<string> {
  shared.verbatimStills ??= new BoundedCache(MOST_CHARACTERS);
  return shared.verbatimStills;
}
