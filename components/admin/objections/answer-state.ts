/** What a form that answers an objection says after a try. */
export type AnswerState = { readonly problem: string | null; readonly typed: string };

export const unanswered: AnswerState = { problem: null, typed: "" };

export type AnswerAction = (state: AnswerState, form: FormData) => Promise<AnswerState>;
