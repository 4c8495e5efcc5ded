import { makeLexicon } from "@/domain/extract/lexicon";
import type { Lexicon } from "@/domain/extract/proposal";
import { formatProblem, readSeeds } from "./read";

/** The words of the collection in `dir`, for reading texts without a database. Throws where the seeds are faulty. */
export function readLexicon(dir: string = import.meta.dirname): Lexicon {
  const seeds = readSeeds(dir);
  if (Array.isArray(seeds)) throw new Error(seeds.map(formatProblem).join("\n"));
  return makeLexicon({ ...seeds, settings: seeds.collection.settings });
}
