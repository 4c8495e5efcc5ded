/** How much of a table is read, at most. What is larger is refused by the name of the limit. */
export const tableLimits = {
  /** Bytes of the file, or UTF-16 units of a paste. */
  fileBytes: 50_000_000,
  /** Bytes that come out of the parts of a workbook, all that are read together. */
  unpackedBytes: 200_000_000,
  /** Rows with something in them, the header included. */
  rows: 200_000,
  columns: 500,
  /** UTF-16 units of one cell. */
  cellCharacters: 1_000_000,
  /** Rows times columns. */
  cells: 5_000_000,
} as const;

export type LimitName = keyof typeof tableLimits;
export type Limits = Readonly<Record<LimitName, number>>;
