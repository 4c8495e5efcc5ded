import { z } from "zod";

/** The roles a person may have; `system` is nobody's. */
export const personRoles = ["editor", "reviewer", "admin"] as const;
export type PersonRole = (typeof personRoles)[number];

/** Someone with an account, as an admin sees them. */
export type ListedEditor = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: PersonRole;
  /** `invited` has not chosen a password yet. */
  readonly state: "active" | "invited" | "disabled";
  /** Until when their link may be used; null where none is out. */
  readonly linkUntil: Date | null;
  readonly twoFactor: boolean;
  readonly sessions: number;
  readonly lastSeen: Date | null;
  readonly rowVersion: number;
};

/** A place where someone is signed in. */
export type ListedSession = {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeen: Date;
  readonly userAgent: string | null;
  readonly ipAddress: string | null;
};

/** An email as it is kept and compared: without blanks around it, in lower case. */
export const emailInput = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** What someone is called on the desk. */
export const nameInput = z.string().trim().min(1).max(80);

export const shortestPassword = 12;
/** Longer ones would cost the server more than they help. */
export const longestPassword = 200;

/** What is wrong with a new password; words for each stand in the messages. */
export const passwordProblems = ["short", "long", "common", "email"] as const;
export type PasswordProblem = (typeof passwordProblems)[number];

/**
 * A path of the desk to go to next, whatever the address or a form asked for. `//elsewhere.example` and
 * `/\\elsewhere.example` lead off the site in browsers, and so may a control character.
 */
export function ownPath(asked: string | null | undefined, otherwise: string): string {
  const ours = /^\/(?:admin|sign-in|invite)(?:[/?][\x21-\x5b\x5d-\x7e]*)?$/;
  return asked && asked.length <= 500 && ours.test(asked) ? asked : otherwise;
}

/** The path that follows a sign-in: the desk, or the page of it that was asked for. */
export const pathAfterSignIn = (asked: string | null | undefined): string =>
  /^\/admin/.test(asked ?? "") ? ownPath(asked, "/admin") : "/admin";
