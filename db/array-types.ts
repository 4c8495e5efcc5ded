import { makePgArray } from "drizzle-orm/pg-core";
import { parse } from "postgres-array";

/** An array of one type of PostgreSQL. What Drizzle reads arrays with loses backslashes; what it writes them with keeps all. */
const arrayOf = <T>(oid: number, member: (text: string) => T) => ({
  to: oid,
  from: [oid],
  serialize: (members: readonly T[] | string) =>
    typeof members === "string" ? members : makePgArray([...members]),
  parse: (text: string): T[] => parse(text, member),
});

/**
 * The arrays that our statements speak of, by the numbers PostgreSQL gives them for ever (`pg_type.dat`). The driver would
 * ask each new connection for all of its array types; a connection that is lost meanwhile rejects where nobody can
 * catch (postgres.js 3.4.9), which ends a command.
 */
export const arrayTypes = {
  int4s: arrayOf(1007, Number),
  int8s: arrayOf(1016, String),
  texts: arrayOf(1009, String),
};
