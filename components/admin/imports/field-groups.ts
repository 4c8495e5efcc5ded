import { type ImportField, importFields } from "@/domain/import/row";

/** The fields of a figure in the order they are offered, by what they tell of it. */
export const fieldGroups = {
  what: ["metric", "subject", "place", "unit"],
  number: ["value", "low", "high", "comparator", "cue", "statistic", "per"],
  when: [
    "period_start",
    "period_end",
    "period_precision",
    "period_basis",
    "reported_on",
    "reported_on_basis",
  ],
  who: ["claimant", "relayed_by", "attribution", "modality", "hearsay"],
  words: ["sentence", "sentence_lang", "source_url", "source_title", "publisher", "source_published_on"],
  rest: ["rank", "note"],
} as const satisfies Record<string, readonly ImportField[]>;

export type FieldGroup = keyof typeof fieldGroups;
export const groupNames = Object.keys(fieldGroups) as FieldGroup[]; // of the literal above

/** What one value can be given to for all rows: what is printed in a row itself cannot. */
const ofRows: readonly ImportField[] = [
  "value",
  "low",
  "high",
  "cue",
  "sentence",
  "figure_id",
  "attribution",
];
export const constantFields = importFields.filter((field) => !ofRows.includes(field));
