import { copyOne } from "../queries/stream-copy";
import { Lines, RowSum, type Sum } from "./copy-text";
import { type Asking, copiesOf, type Table } from "./tables";

/** How many rows each table has and what they sum to: equal sums, equal rows. */
export async function sumTables(sql: Asking, tables: readonly Table[]): Promise<Record<string, Sum>> {
  const sums: Record<string, Sum> = {};
  for (const table of tables) {
    const sum = new RowSum();
    const lines = new Lines();
    for (const statement of await copiesOf(sql, table))
      for await (const piece of copyOne(sql, statement)) for (const line of lines.of(piece)) sum.add(line);
    sums[table.name] = sum.value;
  }
  return sums;
}
