import type { FigureInput } from "./inputs";
import type { FieldChange } from "./merge-drafts";
import type { Finding } from "./validate/finding";
import type { ChangeKind, Status } from "./vocabulary";

/** Someone at the desk, by name. */
export type Person = { readonly id: string; readonly name: string };

/** Why somebody went past a warning. */
export type Override = {
  readonly rule: string;
  readonly reason: string;
  readonly by: Person;
  readonly at: Date;
};

export type Review = {
  readonly decision: "approve" | "send_back";
  readonly comment: string | null;
  readonly by: Person;
  readonly at: Date;
};

/** A figure being written: its draft, beside what readers see of it now. */
export type Draft = {
  readonly publicId: string;
  readonly rowVersion: number;
  readonly status: Status;
  /** The draft's revision: its number, its author, when it was saved and why. */
  readonly number: number;
  readonly author: Person;
  readonly savedAt: Date;
  readonly submittedAt: Date | null;
  readonly change: ChangeKind;
  readonly changeReason: string | null;
  readonly figure: FigureInput;
  readonly published: FigureInput | null;
  /** What the draft changes of what is published; empty for a new figure. */
  readonly changes: readonly FieldChange[];
  readonly overrides: readonly Override[];
  /** The last word of a reviewer, where it sent the figure back. */
  readonly sentBack: Review | null;
};

/** A draft with what the validator finds in it now. */
export type CheckedDraft = Draft & { readonly findings: readonly Finding[] };

/** What readers saw of a figure from one revision of the collection to another, `to` null while they still do. */
export type PublicationSpan = {
  readonly status: Status;
  readonly route: string;
  readonly from: number;
  readonly to: number | null;
  readonly at: Date;
  readonly by: Person | null;
  readonly reason: string | null;
};

/** One saved state of a figure, and what became of it. */
export type HistoryEntry = {
  readonly number: number;
  readonly change: ChangeKind;
  readonly changeReason: string | null;
  readonly author: Person;
  readonly savedAt: Date;
  readonly figure: FigureInput;
  /** What it changes of the revision before it; empty for the first. */
  readonly changes: readonly FieldChange[];
  readonly overrides: readonly Override[];
  readonly reviews: readonly Review[];
  readonly publications: readonly PublicationSpan[];
};
