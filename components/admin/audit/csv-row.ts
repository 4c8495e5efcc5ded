/** A row of CSV (RFC 4180): nothing is an empty cell, an empty text a quoted one. What a spreadsheet would run is made text. */
export const csvRow = (cells: readonly (string | null)[]): string => `${cells.map(csvCell).join(",")}\r\n`;

function csvCell(cell: string | null): string {
  if (cell === null) return "";
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return harmless === "" || /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
