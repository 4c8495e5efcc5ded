import type { Reader } from "@/db/client";
import { namesState } from "@/db/queries/current-state";
import type { KeyedFigure, RememberedFigures } from "@/db/queries/figures-of-publications";
import { BoundedCache } from "@/domain/bounded-cache";
import type { Figure } from "@/domain/figure";

/** What the figures remembered one by one may weigh together, in bytes. */
const MOST_BYTES = 60_000_000;

/** What a figure weighs, roughly: its sentence, two bytes a letter, and all the rest of it. */
export const weightOf = ({ anchor }: Figure): number => 2500 + 2 * anchor.sentence.length;

const shared = globalThis as { verbatimFigures?: BoundedCache<KeyedFigure> };

/**
 * The figures that this process has read, by their publications, in every copy of this module: after a publish in a
 * dense metric only what is new in its chart is read.
 */
export async function rememberedFigures(db: Reader): Promise<RememberedFigures> {
  shared.verbatimFigures ??= new BoundedCache(MOST_BYTES);
  const shelf = shared.verbatimFigures;
  const names = await namesState(db);
  const keyOf = (publication: number) => `${names} ${publication}`;
  return {
    get: (publication) => shelf.get(keyOf(publication)),
    set: (publication, keyed) => shelf.set(keyOf(publication), keyed, weightOf(keyed.figure)),
  };
}
