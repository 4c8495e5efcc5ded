import type { CheckedDraft } from "@/domain/draft";
import { fill } from "@/domain/format";
import { holds, unansweredWarnings } from "@/domain/validate/finding";
import type { DeskMessages } from "@/messages/desk";
import { ChangeTable } from "../history/change-table";
import { FigureFacts } from "../history/figure-facts";
import { momentWords } from "../history/moment";
import { Sentence } from "../history/sentence";
import { headlineOf, type Telling } from "../history/telling";
import { findingWords } from "../reading/check-card";
import { ApproveForm } from "./approve-form";
import { asShown, type DecisionAction } from "./decision";
import { SendBackForm } from "./send-back-form";
import { Warnings } from "./warnings";

type Props = {
  draft: CheckedDraft;
  telling: Telling;
  words: DeskMessages["review"];
  /** Whether the reviewer wrote it, and may therefore not approve it. */
  own: boolean;
  approve: DecisionAction;
  sendBack: DecisionAction;
};

/** One submitted draft: the sentence, what is claimed of it, what changes, what was warned, and the three ways on. */
export function ReviewCard({ draft, telling, words, own, approve, sendBack }: Props) {
  const { publicId, rowVersion, figure, published, changes, author, submittedAt, sentBack } = draft;
  const shown = asShown(publicId, rowVersion);
  const headline = headlineOf(figure, telling);
  const open = openWarnings(draft, telling);
  const held = holds(draft.findings).length > 0;
  const at = submittedAt === null ? "" : momentWords(submittedAt, telling.locale);
  return (
    <article
      className="review-card"
      id={publicId}
      data-draft={publicId}
      tabIndex={-1}
      aria-labelledby={`h-${publicId}`}
    >
      <header>
        <h2 id={`h-${publicId}`}>{headline}</h2>
        <p className="secondary">{fill(words.by, { name: author.name, date: at })}</p>
      </header>
      {figure.mentions.map((mention) => (
        <Sentence
          key={`${mention.source} ${mention.sentenceStart} ${mention.numberStart}`}
          mention={mention}
          telling={telling}
        />
      ))}
      <p className="review-kind">
        {published === null ? words.new : draft.change === "correction" ? words.correction : words.revision}
        {draft.changeReason !== null && published !== null && `. ${draft.changeReason}`}
      </p>
      {published !== null &&
        (changes.length > 0 ? (
          <ChangeTable changes={changes} figure={figure} telling={telling} words={words} />
        ) : (
          <p>{words.unchanged}</p>
        ))}
      <FigureFacts figure={figure} telling={telling} />
      <Warnings draft={draft} telling={telling} words={words} />
      {sentBack && (
        <p className="secondary">
          {fill(words.sentBackBefore, { name: sentBack.by.name, comment: sentBack.comment ?? "–" })}
        </p>
      )}
      <div className="review-actions">
        {own ? (
          <p className="own-work">{words.own}</p>
        ) : (
          <>
            {!held && <ApproveForm action={approve} shown={shown} open={open} words={words} />}
            <SendBackForm
              action={sendBack}
              shown={shown}
              words={{
                open: words.sendBack,
                comment: fill(words.comment, { name: author.name }),
                hint: words.commentNeeded,
                send: words.send,
              }}
            />
          </>
        )}
        <a className="fix" href={`/admin/figures/${publicId}?edit=1`} data-key="fix" title={words.fixMeaning}>
          {words.fix}{" "}
          <span className="key" aria-hidden="true">
            f
          </span>
        </a>
        {!own && !held && open.length === 0 && (
          <label className="select-one">
            <input type="checkbox" form="batch" name="figure" value={shown} data-key="select" />
            <span aria-hidden="true">
              {words.select} <kbd>x</kbd>
            </span>
            <span className="visually-hidden">{fill(words.selectOne, { words: headline })}</span>
          </label>
        )}
      </div>
    </article>
  );
}

/** The warnings nobody has answered, each rule once. */
function openWarnings({ findings, overrides }: CheckedDraft, { reading }: Telling) {
  const given = Object.fromEntries(overrides.map(({ rule, reason }) => [rule, reason]));
  const open = new Map(
    unansweredWarnings(findings, given).map((one) => [one.rule, findingWords(one, reading)]),
  );
  return [...open].map(([rule, says]) => ({ rule, says }));
}
