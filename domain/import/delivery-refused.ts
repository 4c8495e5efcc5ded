import { unguardCell } from "../export/csv";
import { mostListed, type RefusedCell } from "./delivery-answer";
import { plainCell, readTable } from "./table";

/** The rows that a check refused, out of the CSV it kept of them. */
export async function refusedCellsIn(csv: Uint8Array, above: number): Promise<RefusedCell[]> {
  const read = await readTable(csv, "refused.csv", { encoding: "utf-8", delimiter: "," });
  if (!read.ok) {
    if (read.refusal.kind === "no_rows") return [];
    throw new Error(`the refused rows cannot be read: ${read.refusal.kind}`);
  }
  return read.value.rows.slice(0, mostListed).map(({ cells }) => {
    const [row = "", column = "", cell = "", rule = "", reason = ""] = cells.map((one) =>
      unguardCell(plainCell(one)),
    );
    return { row: Number(row) - above, column: column === "" ? null : column, cell, rule, reason };
  });
}
