/**
 * The form of a backup: a gzipped text that psql, too, could read into migrated tables.
 *
 *     -- verbatim backup {head}
 *     COPY "agents" ("id", …) FROM stdin;
 *     1	example-ministry	…
 *     \.
 *     -- end {end}
 */
import type { Sum } from "./copy-text";
import type { Counter, Table } from "./tables";

export const headMark = "-- verbatim backup ";
export const endMark = "-- end ";
export const closing = "\\.";

export const thisForm = 1;

export type Head = {
  readonly form: number;
  /** When the snapshot was taken. */
  readonly at: string;
  readonly engine: string;
  /** The newest migration of the database, by the time in its name and by its content. */
  readonly schema: Schema;
  readonly tables: readonly Table[];
};

export type Schema = { readonly when: number; readonly hash: string };

export type End = {
  readonly tables: Readonly<Record<string, Sum>>;
  readonly counters: readonly Counter[];
  /** The newest link of the audit: `npm run audit:check` prints it too. */
  readonly audit: { readonly lines: number; readonly hash: string } | null;
  readonly revision: number | null;
  /** Of all the text before this line. */
  readonly sha256: string;
};
