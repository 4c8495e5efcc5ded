import type { RowPlace } from "./source";

/** What the page of a dataset understands beside the filters: where its rows begin. */
export const rowParameters = ["version", "row"] as const;

/** Where a page of rows begins; null, the beginning, where the address says nothing that can be read. */
export function readRowPlace(params: URLSearchParams): RowPlace | null {
  const [version, row] = rowParameters.map((name) => params.get(name) ?? "");
  return isCount(version!) && isCount(row!) ? { version: Number(version), row: Number(row) } : null;
}

export const writeRowPlace = ({ version, row }: RowPlace) => ({
  version: String(version),
  row: String(row),
});

/** What the database takes for the number of a row. */
const isCount = (text: string) => /^[1-9]\d{0,8}$/.test(text);
