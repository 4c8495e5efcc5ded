import type { Query } from "drizzle-orm";

/**
 * The text of a query with its values written into it, for COPY, which takes no parameters. Strings are escaped so that
 * no setting of the server changes what they mean. @throws on a value that is neither string, number, boolean nor null
 */
export function withLiterals({ sql, params }: Query): string {
  return sql.replace(/\$(\d+)/g, (_, number: string) => literal(params[Number(number) - 1]));
}

export function literal(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "boolean") return String(value);
  if (typeof value !== "string") throw new TypeError(`cannot be written into a query: ${typeof value}`);
  if (value.includes("\0")) throw new TypeError("PostgreSQL takes no U+0000");
  return `E'${value.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
