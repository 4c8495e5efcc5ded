"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import { type AnswerAction, unanswered } from "./answer-state";

type Props = {
  id: number;
  action: AnswerAction;
  words: {
    readonly answer: string;
    readonly answerHint: string;
    readonly accept: string;
    readonly decline: string;
  };
};

/** Accepts an objection, which leads to the form of its figure, or declines it with a reason. */
export function AnswerForm({ id, action, words }: Props) {
  const [{ problem, typed }, submit, pending] = useKeptAction(action, unanswered);
  return (
    <form action={submit} className="answer-form">
      <input type="hidden" name="id" value={id} />
      <label htmlFor={`answer-${id}`}>{words.answer}</label>
      <span id={`answer-hint-${id}`} className="hint">
        {words.answerHint}
      </span>
      <textarea
        id={`answer-${id}`}
        key={typed}
        name="answer"
        rows={3}
        maxLength={2000}
        defaultValue={typed}
        aria-describedby={`answer-hint-${id}`}
      />
      {problem && (
        <p className="said" role="alert">
          {problem}
        </p>
      )}
      <p>
        <button type="submit" name="outcome" value="accepted" disabled={pending}>
          {words.accept}
        </button>{" "}
        <button type="submit" name="outcome" value="declined" disabled={pending} className="quiet">
          {words.decline}
        </button>
      </p>
    </form>
  );
}
