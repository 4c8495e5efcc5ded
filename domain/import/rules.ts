import type { Rule } from "../validate/rules";

/** Why a row cannot be taken in, before the validator is asked. Each with one plain English line. */
export const importRules = {
  no_number_read: "The cell holds no number that can be read.",
  ambiguous_number: "1.234 or 1,234: say which mark sets off the decimals.",
  no_date_read: "The cell holds no date that can be read.",
  ambiguous_date: "The day and the month cannot be told apart: say their order.",
  unknown_name: "No entry of the lists has this name.",
  ambiguous_name: "Several entries of the lists have this name.",
  unknown_word: "The cell is none of the words of this closed list.",
  field_missing: "The map gives no value for a field that every figure has.",
  same_key: "Another row of the file has the same key and says something else.",
  unknown_figure: "No figure has this id.",
  retracted_figure: "The figure was retracted: a table brings nothing of it back.",
  sentence_of_known_figure:
    "The sentence of a figure that is there already is changed at the desk, not by a table.",
  unknown_in_map:
    "The map names an entry that no list has; what stands for the column is the key of the map.",
  text_in_map: "The map says the table is a source that is a text: its sentences are kept, not rows.",
  no_such_column: "The file has no column of this name.",
  control_character: "The row holds a character that no text can keep, such as U+0001.",
  error_cell: "The spreadsheet holds an error here.",
  too_long: "The cell is longer than its field takes.",
} as const satisfies Record<string, string>;

/** A rule of the importer, or one of the validator that blocks. */
export type ImportRule = keyof typeof importRules | Rule;
