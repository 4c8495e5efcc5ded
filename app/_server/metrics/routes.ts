import { tableFormatNames } from "@/domain/export/formats";

/**
 * Every page and route there is, named as the folder it stands in, so that a counter has as many series as the site has
 * kinds of address and not as many as there are addresses. Literal names stand before those with a blank: the first
 * that fits is meant. A test holds them against the files.
 */
export const pageRoutes = [
  "/[locale]",
  "/[locale]/api",
  "/[locale]/changes",
  "/[locale]/compare",
  "/[locale]/figures",
  "/[locale]/figures/[id]",
  "/[locale]/figures/[id]/objection",
  "/[locale]/method",
  "/[locale]/metrics/[slug]",
  "/[locale]/problem/[status]",
  "/[locale]/search",
  "/[locale]/sources",
  "/[locale]/sources/[slug]",
  "/admin",
  "/admin/account",
  "/admin/audit",
  "/admin/audit/export.csv",
  "/admin/figures/[id]",
  "/admin/imports",
  "/admin/imports/upload",
  "/admin/imports/[id]",
  "/admin/imports/[id]/map.json",
  "/admin/imports/[id]/refused.csv",
  "/admin/lists/[list]",
  "/admin/objections",
  "/admin/problem/[status]",
  "/admin/review",
  "/admin/sources/new",
  "/admin/sources/[slug]",
  "/admin/sources/[slug]/changes",
  "/admin/users",
  "/api/auth/[...all]",
  "/api/health",
  "/api/reports",
  "/api/marks/[slug]",
  "/api/metrics",
  "/changes.atom",
  "/embed/[...of]",
  "/icon.svg",
  "/invite/[token]",
  "/llms.txt",
  "/oembed",
  "/robots.txt",
  "/sign-in",
  "/sitemap.xml",
  "/sitemaps/[file]",
] as const;

const tables = ["figures", "metrics", "agents", "sources"].flatMap((name) =>
  tableFormatNames.map((format) => `/api/v1/${name}.${format}`),
);

/** The addresses of the API, as its description writes them. */
export const apiRoutes: readonly string[] = [
  ...tables,
  "/api/v1/figures/{id}.json",
  "/api/v1/metrics/{slug}.svg",
  "/api/v1/metrics/{slug}.png",
  "/api/v1/cards/collection.png",
  "/api/v1/cards/metrics/{slug}.png",
  "/api/v1/cards/figures/{id}.png",
  "/api/v1/citations/collection",
  "/api/v1/citations/metrics/{slug}",
  "/api/v1/citations/figures/{id}",
  "/api/v1/datapackage.json",
  "/api/v1/datapackage.zip",
  "/api/v1/drafts",
  "/api/v1/figure.schema.json",
  "/api/v1/openapi.json",
];

/** What takes in whatever of the API there is not. */
export const lostApiRoutes = ["/api/v1/[...path]", "/api/[...path]"] as const;

const known = [...pageRoutes, ...apiRoutes, ...lostApiRoutes].map((route) => ({
  route,
  form: formOf(route),
}));

function formOf(route: string): RegExp {
  const source = route
    .replace(/[.]/g, "\\.")
    .replace(/\[locale\]/, "(?:fr|en)")
    .replace(/\/\[\\\.\\\.\\\.\w+\]$/, "/.*")
    .replace(/\[\w+\]/g, "[^/]+")
    .replace(/\{\w+\}/g, "[^/.]+");
  return new RegExp(`^${source}$`);
}

/** Which kind of address a path is. */
export function routeOf(pathname: string): string {
  if (pathname === "/") return "/";
  if (pathname.startsWith("/_next/")) return "/_next";
  return known.find(({ form }) => form.test(pathname))?.route ?? "unknown";
}
