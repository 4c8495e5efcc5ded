import type { ReactNode } from "react";
import type { Draft, HistoryEntry } from "@/domain/draft";
import { fill } from "@/domain/format";
import type { Status } from "@/domain/vocabulary";
import type { DecisionAction } from "../review/decision";
import { ConfirmForm } from "./confirm-form";
import { FigureFacts } from "./figure-facts";
import { HistoryList } from "./history-list";
import { Sentence } from "./sentence";
import { headlineOf, type Telling } from "./telling";

type Props = {
  id: string;
  standing: {
    readonly status: Status;
    readonly rowVersion: number;
    readonly hasDraft: boolean;
    readonly seen: boolean;
  };
  draft: Draft | null;
  entries: readonly HistoryEntry[];
  /** Where earlier revisions go on; null at the first. */
  next: number | null;
  telling: Telling;
  said: string | null;
  actions: {
    readonly discard: DecisionAction;
    readonly retract: DecisionAction | null;
    readonly restore: (number: number) => DecisionAction;
  };
  /** The form, where the figure is being written. */
  children: ReactNode;
};

/** One figure at the desk: how it stands, its form or what it says, what can be done with it, and its whole history. */
export function FigureDesk({ id, standing, draft, entries, next, telling, said, actions, children }: Props) {
  const { history, locale } = telling;
  const figure = draft?.figure ?? shownOf(entries)?.figure ?? entries[0]?.figure;
  if (figure === undefined) return null; // a figure is made with its first revision
  const shown = shownOf(entries);
  return (
    <>
      <header className="page-head">
        <p className="figure-state">{history.status[stateLabel(standing)]}</p>
        <h1>{headlineOf(figure, telling)}</h1>
        <p>{stateWords(standing, draft, telling)}</p>
        <p role="status" className="form-said">
          {said}
        </p>
        <nav className="contents" aria-label={fill(history.title, { id })}>
          {standing.seen && <a href={`/${locale}/figures/${id}`}>{history.readers}</a>}
          {figure.mentions[0]?.record === undefined && (
            <a href={`/admin/sources/${figure.mentions[0]?.source}`}>{history.article}</a>
          )}
          {standing.status === "in_review" && <a href={`/admin/review#${id}`}>{history.queue}</a>}
          <a href="#history">{history.history}</a>
        </nav>
      </header>
      {draft?.sentBack && standing.status !== "in_review" && (
        <p className="notice">
          {fill(history.sentBack, { name: draft.sentBack.by.name, comment: draft.sentBack.comment ?? "–" })}
        </p>
      )}
      {figure.mentions.map((mention) => (
        <Sentence
          key={`${mention.source} ${mention.sentenceStart} ${mention.numberStart}`}
          mention={mention}
          telling={telling}
        />
      ))}
      {children || (
        <section className="figure-said">
          <FigureFacts figure={figure} telling={telling} />
          {(standing.hasDraft || standing.seen) && (
            <p>
              <a className="button" href={`/admin/figures/${id}?edit=1`}>
                {standing.status === "in_review" ? history.takeBack : history.edit}
              </a>
            </p>
          )}
        </section>
      )}
      <section className="figure-steps">
        {standing.hasDraft && (
          <ConfirmForm
            action={actions.discard}
            rowVersion={standing.rowVersion}
            words={history.discard}
            name="discard"
          />
        )}
        {actions.retract &&
          shown?.publications.some(({ to, status }) => to === null && status === "published") && (
            <ConfirmForm
              action={actions.retract}
              rowVersion={standing.rowVersion}
              words={history.retract}
              reason={history.retract.reason}
              name="retract"
            />
          )}
      </section>
      <section className="section figure-history" id="history" aria-labelledby="history-title">
        <h2 id="history-title">{history.history}</h2>
        <HistoryList
          entries={entries}
          telling={telling}
          rowVersion={standing.rowVersion}
          restore={actions.restore}
          seen={standing.seen}
        />
        {next !== null && <a href={`?before=${next}#history`}>{history.earlier}</a>}
      </section>
    </>
  );
}

/** The revision readers are shown now. */
const shownOf = (entries: readonly HistoryEntry[]) =>
  entries.find(({ publications }) => publications.some(({ to }) => to === null));

const stateOf = ({ status, hasDraft, seen }: Props["standing"]) =>
  status === "draft" && !hasDraft && !seen ? "discarded" : status;

const stateLabel = (standing: Props["standing"]) =>
  standing.status === "published" && standing.hasDraft ? "published_draft" : stateOf(standing);

function stateWords(standing: Props["standing"], draft: Draft | null, { history }: Telling): string {
  const state = stateOf(standing);
  if (draft === null) return history.statusLine[state];
  const facts = { name: draft.author.name, number: draft.number };
  if (state === "in_review") return fill(history.statusLine.in_review, facts);
  return fill(standing.seen ? history.statusLine.draftOfPublished : history.statusLine.draft, facts);
}
