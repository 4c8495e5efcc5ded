import type { Permission } from "./permission";

/** A page of the editors' desk. Its addresses carry no language: the desk speaks the editor's. */
export type DeskAddress = { readonly page: "door" } | AdminAddress;

export type AdminAddress = {
  readonly page: AdminPage;
  /** What the signed-in editor must be allowed to see it. What they do there asks again. */
  readonly permission: Permission;
  /** The slug or id of what it shows; null where it shows no one thing. */
  readonly name: string | null;
};

export type AdminPage =
  | "home"
  | "new-source"
  | "source"
  | "source-changes"
  | "imports"
  | "import"
  | "review"
  | "objections"
  | "figure"
  | "list"
  | "audit"
  | "users"
  | "account";

/** `*` stands for a name. The first that fits is meant. */
const adminPages: readonly [path: string, page: AdminPage, permission: Permission][] = [
  ["", "home", "keep_account"],
  ["sources/new", "new-source", "record"],
  ["sources/*", "source", "record"],
  ["sources/*/changes", "source-changes", "record"],
  ["imports", "imports", "record"],
  ["imports/*", "import", "record"],
  ["imports/*/map.json", "import", "record"],
  ["imports/*/refused.csv", "import", "record"],
  ["review", "review", "review"],
  ["objections", "objections", "review"],
  ["figures/*", "figure", "record"],
  ["lists/metrics", "list", "describe"],
  ["lists/agents", "list", "describe"],
  ["lists/places", "list", "describe"],
  ["lists/units", "list", "describe"],
  ["lists/events", "list", "describe"],
  ["audit", "audit", "read_audit"],
  ["audit/export.csv", "audit", "read_audit"],
  ["users", "users", "manage_editors"],
  ["account", "account", "keep_account"],
];

const wellFormed = /^[a-z0-9-]{1,80}$/;

/** Whether a path belongs to the desk, be there a page or not. */
export const isDeskPath = (pathname: string): boolean => /^\/(?:admin|sign-in|invite)(?:\/|$)/.test(pathname);

/** Reads the path of a desk page; null for an address the desk does not have. */
export function readDeskAddress(pathname: string): DeskAddress | null {
  if (pathname === "/sign-in") return { page: "door" };
  if (/^\/invite\/[A-Za-z0-9_-]{20,80}$/.test(pathname)) return { page: "door" };
  const [, admin, ...rest] = pathname.split("/");
  if (admin !== "admin") return null;
  for (const [path, page, permission] of adminPages) {
    const name = fits(path === "" ? [] : path.split("/"), rest);
    if (name !== false) return { page, permission, name };
  }
  return null;
}

/** The name that stands for `*`, null where the pattern has none, false where the path does not fit. */
function fits(pattern: readonly string[], path: readonly string[]): string | null | false {
  if (pattern.length !== path.length) return false;
  let name: string | null = null;
  for (const [index, part] of pattern.entries()) {
    const segment = path[index]!; // both have the same length
    if (part === "*" ? !wellFormed.test(segment) : part !== segment) return false;
    if (part === "*") name = segment;
  }
  return name;
}
