import { day } from "@/domain/inputs";
import type { AuditQuery } from "./audit-filter";

const readers: Readonly<Record<keyof AuditQuery, (value: string) => boolean>> = {
  editor: (value) => value.length <= 100,
  verb: (value) => /^\w{1,60}$/.test(value),
  entity: (value) => value.length <= 200,
  from: (value) => day.safeParse(value).success,
  to: (value) => day.safeParse(value).success,
};

export type AuditReading = {
  readonly query: AuditQuery;
  /** The line after which the page starts. */
  readonly after: number | null;
  /** Parameters that were not used: unknown, given twice, or not what they should be. */
  readonly ignored: readonly string[];
};

/** Reads the filters of the audit from an address. An empty box filters nothing. */
export function readAuditQuery(params: URLSearchParams): AuditReading {
  const query: Record<string, string> = {};
  const ignored: string[] = [];
  let after: number | null = null;
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    const value = values[0]?.trim() ?? "";
    if (value === "" && values.length === 1) continue;
    if (name === "after" && /^\d{1,15}$/.test(value) && values.length === 1) after = Number(value);
    else if (Object.hasOwn(readers, name) && values.length === 1 && readers[name as keyof AuditQuery](value))
      query[name] = value;
    else ignored.push(name);
  }
  return { query, after, ignored };
}

/** The address of the audit at a path, filtered, from a line on. */
export function auditHref(path: string, query: AuditQuery, after: number | null = null): string {
  const params = new URLSearchParams({ ...query, ...(after === null ? {} : { after: String(after) }) });
  return params.size === 0 ? path : `${path}?${params}`;
}
