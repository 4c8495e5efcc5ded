import type { TableRow } from "./cell";
import type { TableFacts } from "./table-facts";

export { type Cell, plainCell, type TableRow } from "./cell";
export type { TableFacts } from "./table-facts";

export type Table = {
  /** Trimmed; empty and double names made names of their own, which the notes tell. */
  readonly header: readonly string[];
  /** Rows with something in them, each as wide as the header. */
  readonly rows: readonly TableRow[];
  readonly facts: TableFacts;
};
