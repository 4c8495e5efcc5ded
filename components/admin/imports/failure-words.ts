import { fill, fillPlural } from "@/domain/format";
import type { ImportFailure } from "@/domain/import/failure";
import type { Refusal } from "@/domain/result";
import type { Locale } from "@/domain/vocabulary";
import type { ImportMessages } from "@/messages/imports";
import { problemWords } from "./table-words";

/**
 * Why work on an import ended before it was done, in the language of the desk.
 * @param refusalSaid what a verb said no with, in words
 */
export function failureWords(
  failure: ImportFailure | null,
  words: ImportMessages,
  locale: Locale,
  refusalSaid: (refusal: Refusal) => string,
): string {
  const { failed, problem } = words;
  switch (failure?.kind) {
    case "refused":
      return fill(failed.refused, { why: refusalSaid(failure.refusal) });
    case "unreadable":
      return problemWords(failure.problem, words, locale);
    case "kept_changing":
      return fillPlural(failed.kept_changing, failure.count, locale);
    case "away":
      return failed.away;
    case "broke":
      return brokeWords(failure.said, words);
    case undefined:
      return problem.failed;
  }
}

const known = ["too_slow", "out_of_memory", "failed"] as const;

/** What an error said of itself; before failures were kept with their kind, reading told of its own this way. */
function brokeWords(said: string, { failed, problem }: ImportMessages): string {
  const kind = /^a table could not be read: (\w+)$/.exec(said)?.[1];
  const ours = known.find((one) => one === kind);
  return ours === undefined ? fill(failed.broke, { said }) : problem[ours];
}
