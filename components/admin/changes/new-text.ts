/** Where the form for a changed text stands: what was pasted, and why it was not recorded. */
export type NewText = {
  readonly text: string;
  readonly problem: string | null;
  /** The source that has this very text already, where that is the reason. */
  readonly other: string | null;
};

export const noNewText: NewText = { text: "", problem: null, other: null };

export type NewTextAction = (state: NewText, form: FormData) => Promise<NewText>;
