/** What the form says after a try, and what had been typed. */
export type ObjectionState = {
  /** By box; `form` is of the whole. Null before the first try. */
  readonly problems: Readonly<Record<string, string>> | null;
  readonly typed: Readonly<Record<"about" | "shouldSay" | "words" | "email", string>>;
};

export const untold: ObjectionState = {
  problems: null,
  typed: { about: "", shouldSay: "", words: "", email: "" },
};

export type ObjectionAction = (state: ObjectionState, form: FormData) => Promise<ObjectionState>;

/** The box that no reader sees: a machine that fills every box gives itself away. */
export const trapName = "website";
