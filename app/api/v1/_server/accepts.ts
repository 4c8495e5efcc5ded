import { citationTypes, tableFormats } from "@/domain/export/formats";

const byExtension: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(tableFormats).map(([name, type]) => [name, [type.split(";")[0]!]])),
  json: ["application/json", "application/ld+json", "application/schema+json"],
  svg: ["image/svg+xml"],
  png: ["image/png"],
  zip: ["application/zip"],
};
/** What has no extension speaks several forms. */
const others = ["application/json", ...Object.values(citationTypes).map((type) => type.split(";")[0]!)];

/** The media types an address may answer in. */
export const typesAt = (pathname: string): readonly string[] =>
  byExtension[/\.(\w+)$/.exec(pathname)?.[1] ?? ""] ?? others;

/** Whether a client that says what it takes takes one of these. Saying nothing is taking anything. */
export function accepts(accepted: string | null, types: readonly string[]): boolean {
  if (accepted === null || accepted.trim() === "") return true;
  const ranges = accepted
    .toLowerCase()
    .split(",")
    .map((one) => one.split(";").map((word) => word.trim()))
    .filter(([, ...parameters]) => !parameters.some((one) => /^q=0(?:\.0*)?$/.test(one)))
    .map(([range]) => range ?? "");
  return ranges.some((range) =>
    types.some((type) => range === type || range === "*/*" || range === `${type.split("/")[0]}/*`),
  );
}
