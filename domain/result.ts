/** What a person can put right is a value; what should never be is thrown. */
export type Result<T, R> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

/**
 * Why a mutation was refused: not allowed, a field wrong, someone else saved first, or the same thing is already
 * there, by the slug of its page.
 */
export type Refusal =
  | { readonly kind: "forbidden" }
  | { readonly kind: "invalid"; readonly fields: Readonly<Record<string, readonly string[]>> }
  | { readonly kind: "exists"; readonly slug: string }
  | { readonly kind: "conflict" };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const refused = <R>(refusal: R): Result<never, R> => ({ ok: false, refusal });
