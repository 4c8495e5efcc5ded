import { isLocale } from "@/domain/locale";
import type { Locale } from "@/domain/vocabulary";

/** The kinds of page that stand for one thing and exist only if it does. */
export type ThingPage = "metrics" | "figures" | "sources";

/** The kinds of page that there is one of, beside the first. */
type ListPage = "figures-table" | "compare" | "sources-list" | "changes" | "method" | "api" | "search";

export type Address = { readonly locale: Locale } & (
  | { readonly page: "home" | ListPage }
  | { readonly page: ThingPage; readonly name: string }
);

const lists: Readonly<Record<string, ListPage>> = {
  figures: "figures-table",
  compare: "compare",
  sources: "sources-list",
  changes: "changes",
  method: "method",
  api: "api",
  search: "search",
};
const things: readonly string[] = ["metrics", "figures", "sources"] satisfies ThingPage[];

/** Reads the path of a reader page; null for an address the site does not have. */
export function readAddress(pathname: string): Address | null {
  const [locale, section, name, ...rest] = pathname.replace(/^\//, "").split("/");
  const isObjection = section === "figures" && rest.length === 1 && rest[0] === "objection";
  if (!isLocale(locale) || (rest.length > 0 && !isObjection)) return null;
  if (section === undefined) return { locale, page: "home" };
  if (name === undefined) return Object.hasOwn(lists, section) ? { locale, page: lists[section]! } : null;
  const wellFormed = /^[a-z0-9-]{1,80}$/.test(name);
  return wellFormed && things.includes(section) ? { locale, page: section as ThingPage, name } : null; // checked just here
}
