import { failureWords } from "@/components/admin/imports/failure-words";
import { batchWorks, type ImportFailure } from "@/domain/import/failure";
import type { Locale } from "@/domain/vocabulary";
import { importMessagesOf } from "@/messages/imports";
import { refusalSaid } from "../../_server/refusal-said";
import { undoRefused } from "./undo-refused";

/** Why nothing came of what was last asked of an import, in the language of the desk. */
export function batchFailed(failure: ImportFailure | null, locale: Locale): string {
  const words = importMessagesOf(locale);
  const said = failureWords(failure, words, locale, (refusal) =>
    refusal.kind === "conflict" && refusal.standing !== undefined
      ? undoRefused(refusal, locale)
      : refusalSaid(refusal, locale),
  );
  const work = failure?.kind === "refused" ? batchWorks.find((one) => one === failure.work) : undefined;
  return work === undefined ? said : `${words.failed.batch[work]} ${said}`;
}
