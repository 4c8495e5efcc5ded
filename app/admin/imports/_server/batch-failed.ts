import { failureWords } from "@/components/admin/imports/failure-words";
import { batchWorks, type ImportFailure } from "@/domain/import/failure";
import type { Refusal } from "@/domain/result";
import type { Locale } from "@/domain/vocabulary";
import { importMessagesOf } from "@/messages/imports";
import { refusalSaid } from "../../_server/refusal-said";
import { rulesAsked } from "./refused-state";
import { undoRefused } from "./undo-refused";

/** Why nothing came of what was last asked of an import, in the language of the desk. */
export function batchFailed(failure: ImportFailure | null, locale: Locale): string {
  const words = importMessagesOf(locale);
  if (failure?.kind === "refused") {
    const work = batchWorks.find((one) => one === failure.work);
    if (work !== undefined) return `${words.failed.batch[work]} ${batchRefused(failure.refusal, locale)}`;
  }
  return failureWords(failure, words, locale, (refusal) => refusalSaid(refusal, locale));
}

function batchRefused(refusal: Refusal, locale: Locale): string {
  if (rulesAsked(refusal).length > 0) return importMessagesOf(locale).after.reasonsNeeded;
  return undoRefused(refusal, locale); // the same words as of any refusal, where nothing stands in the way
}
