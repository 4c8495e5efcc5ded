/** What a form of the queue says after a try that was refused; what was typed is kept. */
export type DecisionState = { readonly problem: string | null; readonly typed: string };
export type DecisionAction = (state: DecisionState, form: FormData) => Promise<DecisionState>;
export const undecided: DecisionState = { problem: null, typed: "" };

/** A figure as the queue showed it, in one form value: its id and row version. */
export const asShown = (publicId: string, rowVersion: number) => `${publicId}@${rowVersion}`;

/** Reads `asShown` back; null for anything else. */
export function readShown(value: unknown): { publicId: string; rowVersion: number } | null {
  const parts = /^([0-9a-z]{8})@(\d{1,9})$/.exec(String(value));
  return parts === null ? null : { publicId: parts[1]!, rowVersion: Number(parts[2]) }; // both groups always match
}
