import type { Lexicon } from "@/domain/extract/proposal";
import type { ArticleReading, Pasted, Unreadable } from "@/domain/extract/read-article";
import type { ReportDate } from "@/domain/extract/report-dates";
import { ok, type Result, refused } from "@/domain/result";
import { log } from "./log";
import { runApart } from "./run-apart";

/** Why an article was not read: by its own fault (`Unreadable`), over the limit, or by ours. */
export type ReadingRefusal = { readonly kind: Unreadable["kind"] | "too_slow" | "failed" };

/** An article as read, with the days it may have been published on. */
export type DatedReading = ArticleReading & { readonly dates: readonly ReportDate[] };

/** Enough for the longest text. */
const allowance = { memory: 768, time: 10_000 };

/** Reads an article in a process of its own, ended after ten seconds. */
export async function readArticleApart(
  pasted: Pasted,
  lexicon: Lexicon,
): Promise<Result<DatedReading, ReadingRefusal>> {
  const input = JSON.stringify({ pasted, lexicon });
  const { code, timedOut, output, errors } = await runApart("read-article", input, allowance);
  if (timedOut) return refused({ kind: "too_slow" });
  if (code !== 0) {
    log("error", "an article could not be read", { code, errors: errors.slice(-500) });
    return refused({ kind: "failed" });
  }
  const reading = JSON.parse(output) as DatedReading | { unreadable: Unreadable["kind"] };
  return "unreadable" in reading ? refused({ kind: reading.unreadable }) : ok(reading);
}
