import type { HistoryEntry } from "@/domain/draft";
import { fill } from "@/domain/format";
import type { Rule } from "@/domain/validate/rules";
import type { DecisionAction } from "../review/decision";
import { ChangeTable } from "./change-table";
import { ConfirmForm } from "./confirm-form";
import { FigureFacts } from "./figure-facts";
import { momentWords } from "./moment";
import type { Telling } from "./telling";

type Props = {
  entries: readonly HistoryEntry[];
  telling: Telling;
  rowVersion: number;
  /** Makes the revision of a number the draft again; null for those who may not. */
  restore: ((number: number) => DecisionAction) | null;
  /** Whether readers have seen the figure. */
  seen: boolean;
};

/** Every saved state of a figure, the newest first: who, when, why, what changed, and what became of it. */
export function HistoryList({ entries, telling, rowVersion, restore, seen }: Props) {
  const { history } = telling;
  return (
    <ol className="history" reversed>
      {entries.map((entry, at) => (
        <li key={entry.number} id={`r${entry.number}`}>
          <Entry entry={entry} telling={telling} />
          {at > 0 && restore && (
            <ConfirmForm
              action={restore(entry.number)}
              rowVersion={rowVersion}
              words={history.restore}
              reason={history.changeReason}
              changes={seen ? history.changes : undefined}
              name={`restore-${entry.number}`}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry, telling }: { entry: HistoryEntry; telling: Telling }) {
  const { history, locale, reading } = telling;
  const { number, change, changeReason, author, savedAt, changes, figure, overrides, reviews, publications } =
    entry;
  const when = (moment: Date) => momentWords(moment, locale);
  return (
    <>
      <h3>
        {fill(history.entry, { number })} <span className="secondary">{history.changesShort[change]}</span>
      </h3>
      <p className="secondary">
        <time dateTime={savedAt.toISOString()}>
          {fill(history.savedBy, { name: author.name, date: when(savedAt) })}
        </time>
      </p>
      {changeReason !== null && <p>{fill(history.why, { reason: changeReason })}</p>}
      {changes.length > 0 ? (
        <ChangeTable
          changes={changes}
          figure={figure}
          telling={telling}
          words={{
            field: history.merge.field,
            before: history.before,
            after: history.after,
          }}
        />
      ) : (
        number > 1 && <p>{history.sameEntry}</p>
      )}
      <ul className="outcomes">
        {overrides.map(({ rule, reason, by }) => (
          <li key={rule}>
            {fill(history.override, { warning: ruleWords(rule, reading), name: by.name, reason })}
          </li>
        ))}
        {reviews.map(({ decision, by, at, comment }) => (
          <li key={at.toISOString()}>
            {fill(history.decision[decision], { name: by.name, date: when(at), comment: comment ?? "–" })}
          </li>
        ))}
        {publications.map(({ status, route, from, to, at, by, reason }) => (
          <li key={from}>
            {fill(history.publication[status === "retracted" ? "retracted" : "published"], {
              date: when(at),
              from,
              reason: reason ?? "–",
            })}
            {by !== null && `, ${by.name}`}
            {status !== "retracted" && ` (${history.route[route as keyof typeof history.route]})`}
            {to !== null && `, ${fill(history.publication.until, { to })}`}
          </li>
        ))}
      </ul>
      <details>
        <summary>{history.whole}</summary>
        <FigureFacts figure={figure} telling={telling} />
      </details>
    </>
  );
}

/** What a warning says, without the numbers it was about then: those are of the day it was answered. */
const ruleWords = (rule: string, reading: Telling["reading"]): string =>
  (reading.finding[rule as Rule] ?? rule).replace(/(?:\s*\([^(]*\{\w+\}\)|\s*[:\u00a0]*\{\w+\})/g, "");
