import type { Role } from "./accounts";
import { figurePages } from "./pages";

export const figure = figurePages.permalink.split("/").at(-1)!;
export const source = figurePages.source.split("/").at(-1)!;
/** The id of no import: these sites have none, so that nobody finds a page there. */
export const noImport = "00000000";
const everyone = ["editor", "reviewer", "admin"] as const;
const reviewers = ["reviewer", "admin"] as const;

/** Where each page of the desk is found, and who may see it. One that is new stands here, or these tests fail. */
export const deskPages: Readonly<Record<string, readonly [path: string, roles: readonly Role[]]>> = {
  "/admin/account/page": ["/admin/account", everyone],
  "/admin/audit/export.csv/route": ["/admin/audit/export.csv", ["admin"]],
  "/admin/audit/page": ["/admin/audit", ["admin"]],
  "/admin/figures/[id]/page": [`/admin/figures/${figure}`, everyone],
  "/admin/imports/[id]/map.json/route": [`/admin/imports/${noImport}/map.json`, []],
  "/admin/imports/[id]/page": [`/admin/imports/${noImport}`, []],
  "/admin/imports/[id]/refused.csv/route": [`/admin/imports/${noImport}/refused.csv`, []],
  "/admin/imports/page": ["/admin/imports", everyone],
  "/admin/imports/upload/route": ["/admin/imports/upload", everyone],
  "/admin/lists/[list]/page": ["/admin/lists/agents", everyone],
  "/admin/objections/page": ["/admin/objections", reviewers],
  "/admin/page": ["/admin", everyone],
  "/admin/problem/[status]/page": ["/admin/problem/403", []],
  "/admin/review/page": ["/admin/review", reviewers],
  "/admin/sources/[slug]/changes/page": [`/admin/sources/${source}/changes`, everyone],
  "/admin/sources/[slug]/page": [`/admin/sources/${source}`, everyone],
  "/admin/sources/new/page": ["/admin/sources/new", everyone],
  "/admin/users/page": ["/admin/users", ["admin"]],
};

const doors: Readonly<Record<string, string>> = {
  "/invite": `/invite/${"x".repeat(43)}`,
  "/[locale]/figures": `/en/figures/${figure}/objection`,
};
/** Where the page of an action is found: an action is known there alone. */
export const pathOf = (page: string) =>
  deskPages[page]?.[0] ?? Object.entries(doors).find(([start]) => page.startsWith(start))?.[1] ?? "/sign-in";
