import type { FigureInput } from "./inputs";
import type { Finding } from "./validate/finding";
import type { Status } from "./vocabulary";

/** What a person can put right is a value; what should never be is thrown. */
export type Result<T, R> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

/**
 * Why a mutation was refused: not allowed, a field wrong, someone else saved first, or the same thing is already
 * there, by the slug of its page.
 */
export type Refusal =
  | {
      readonly kind: "forbidden";
      /** The rule of the database that forbids it to this very person, such as approving their own work. */
      readonly rule?: string;
    }
  | {
      readonly kind: "invalid";
      readonly fields: Readonly<Record<string, readonly string[]>>;
      /** What the validator found, by the public id of the figure. */
      readonly findings?: Readonly<Record<string, readonly Finding[]>>;
    }
  | { readonly kind: "exists"; readonly slug: string }
  | {
      readonly kind: "conflict";
      /** How the figure stands now, for a form to merge with. */
      readonly current?: FigureState;
      /** Of a batch that cannot be taken back: how many of its figures are before readers, or were built upon. */
      readonly standing?: { readonly published: number; readonly builtUpon: number };
    };

/** A figure as an editor may go on with it: its draft, or what is published where there is none. */
export type FigureState = {
  readonly publicId: string;
  readonly rowVersion: number;
  readonly status: Status;
  readonly figure: FigureInput;
};

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const refused = <R>(refusal: R): Result<never, R> => ({ ok: false, refusal });
