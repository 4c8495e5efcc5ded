/** What there is to visit: the languages, and one address of every kind of page, without its language. */
export const locales = ["fr", "en"] as const;
export type Locale = (typeof locales)[number];

export const figurePages = {
  dashboard: "",
  metric: "/metrics/territory-held",
  permalink: "/figures/936vk6e1",
  source: "/sources/zone-de-securite-500-km2",
} as const;

export const pageKinds = {
  ...figurePages,
  "metric with rivals": "/metrics/drones-intercepted",
  explorer: "/figures",
  "explorer with filters": "/figures?metric=territory-held&claimant=ukraine",
  compare: "/compare",
  "compare with claimants": "/compare?metric=territory-held&a=ukraine&b=oleksandr-syrskyi",
  sources: "/sources",
  search: "/search?q=village",
  "search that finds nothing": "/search?q=flamingo",
  objection: "/figures/936vk6e1/objection",
  changes: "/changes",
  "changes compared": "/changes?since=0",
  method: "/method",
  api: "/api",
  "page that does not exist": "/nowhere",
} as const;

export type PageKind = keyof typeof pageKinds;

export const kinds = Object.entries(pageKinds) as [PageKind, string][]; // the keys of the literal above

export const metrics = [
  "territory-held",
  "territory-share-occupied",
  "villages-held",
  "localities-retaken",
  "troops-massed",
  "drones-intercepted",
  "drones-launched",
  "daily-losses",
  "strike-drones-announced",
] as const;
