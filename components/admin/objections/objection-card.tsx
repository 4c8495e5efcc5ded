import type { ReactNode } from "react";
import { fill } from "@/domain/format";
import type { OpenObjection } from "@/domain/objection";
import type { Locale } from "@/domain/vocabulary";
import type { DeskMessages } from "@/messages/desk";
import { momentWords } from "../history/moment";
import { AnswerForm } from "./answer-form";
import type { AnswerAction } from "./answer-state";

type Props = {
  objection: OpenObjection;
  /** The figure in one line, as it stands now. */
  claim: string;
  /** The sentence of the figure, or the row of a dataset it stands in. */
  sentence: ReactNode;
  action: AnswerAction;
  locale: Locale;
  words: DeskMessages["objections"];
};

/** One objection: the figure and its sentence, what the reader reads instead, and the answer. */
export function ObjectionCard({ objection, claim, sentence, action, locale, words }: Props) {
  const { id, figureId, seen, current, asOf, about, shouldSay, email, createdAt } = objection;
  return (
    <article className="objection-card" aria-labelledby={`objection-${id}`}>
      <h2 id={`objection-${id}`}>
        <a href={`/admin/figures/${figureId}`}>{claim}</a>
      </h2>
      {sentence}
      <p>
        <strong>{words.about[about]}</strong>
        {shouldSay && (
          <>
            {" · "}
            {words.shouldSay} <q lang={objection.locale}>{shouldSay}</q>
          </>
        )}
      </p>
      <p className="objection-words" lang={objection.locale}>
        {objection.words}
      </p>
      <p className="secondary">
        {momentWords(createdAt, locale)} · {fill(words.seen, { asOf })} ·{" "}
        <a href={`/${objection.locale}/figures/${figureId}?as_of=${asOf}`}>{words.asSeen}</a> ·{" "}
        {fill(words.email, { email: email ?? words.noEmail })}
      </p>
      {current !== seen && <p className="notice">{words.changed}</p>}
      <AnswerForm id={id} action={action} words={words} />
    </article>
  );
}
