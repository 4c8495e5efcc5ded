import { tableFormatNames } from "@/domain/export/formats";
import type { BenchSite } from "../shared/site";
import { download } from "./download";

/** SHA-256 of every format of the same request at revision 1. */
export async function fingerprints(site: BenchSite): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const format of tableFormatNames)
    found[format] = (await download(site, `figures.${format}?as_of=1&lang=fr`, { hash: true })).sha256;
  return found;
}

/** The formats in which not all of them are equal. */
export function different(all: readonly Record<string, string>[]): string[] {
  return tableFormatNames.filter((format) => new Set(all.map((one) => one[format])).size !== 1);
}
