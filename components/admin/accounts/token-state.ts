/** What the form for a new token says, and the token it shows once. */
export type TokenState = { readonly problem?: string; readonly typed?: string; readonly token?: string };
