import { unguardCell } from "../export/csv";

/**
 * A text cell of our own CSV as it was before it was guarded against running in a spreadsheet (docs/api.md): one
 * apostrophe less where apostrophes and then `=`, `+`, `-`, `@`, a tab or a line break begin it. Only for files known
 * to be ours: elsewhere the apostrophe may be meant.
 */
export const unguarded = (text: string): string => unguardCell(text);
