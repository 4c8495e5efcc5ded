/** What the password form says: of the password now, of the new one, or that it is done. */
export type PasswordState = { readonly current?: string; readonly next?: string; readonly done?: string };

/** What the list of sessions says: why none was ended, or that one was. */
export type SessionsState = { readonly problem?: string; readonly done?: string };

/** What the form of the second step says, and what it shows once. */
export type FactorState = {
  readonly problem?: string;
  readonly done?: string;
  /** To add to the app on the phone; null once it has been confirmed. */
  readonly setup?: { readonly uri: string; readonly key: string; readonly codes: readonly string[] };
};
