/** What a form of a batch answers where it was refused: why, and the rules a reason is still asked for. */
export type SubmitState = {
  readonly problem: string | null;
  readonly rules: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
};
export type SubmitAction = (state: SubmitState, form: FormData) => Promise<SubmitState>;
export const unasked: SubmitState = { problem: null, rules: [], reasons: {} };
