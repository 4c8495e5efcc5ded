import { groupBy } from "@/domain/import/group-by";
import type { ImportMap } from "@/domain/import/map";
import { matchRows } from "@/domain/import/match-rows";
import type { ImportField, RowContent } from "@/domain/import/row";
import type { ImportRule } from "@/domain/import/rules";
import type { Reader } from "../client";
import { type QuotedSource, QuotedSources } from "./import-quotes";
import type { FigureReading } from "./import-readings";
import { findShownContents } from "./import-shown";
import { findDatasetRows, findKnownFigures, homeKey, type KnownFigure } from "./import-world";

/** A row of a file with the figure that it is. */
export type Identified = {
  readonly reading: FigureReading;
  /** The source whose row it is; null for a row that names its figure itself. */
  readonly home: string | null;
  /** Which of the rows of its key. */
  readonly occurrence: number;
  readonly quoted: QuotedSource | null;
  /** Null for a figure that is new. */
  readonly figureId: number | null;
  /** What its dataset, or else the page of the figure, said before. */
  readonly base: RowContent;
};

/** Says why a row cannot be taken in. */
export type Refuse = (reading: FigureReading, rule: ImportRule, field: ImportField | null) => void;

/** PostgreSQL counts the rows of one key in two bytes. */
const mostOfOneKey = 32_767;

/** Finds out for each row which figure it is, and how many rows of its dataset the file no longer has. */
export async function identify(
  db: Reader,
  map: ImportMap,
  readings: readonly FigureReading[],
  refuse: Refuse,
): Promise<{ rows: Identified[]; known: Map<number, KnownFigure>; missing: number }> {
  const [naming, keyed] = [true, false].map((names) =>
    readings.filter(({ content }) => (content.figure_id != null) === names),
  ) as [FigureReading[], FigureReading[]];
  const named = await identifyNamed(db, naming, refuse);
  const found = await identifyKeyed(db, map, keyed, refuse);
  const ids = found.rows.flatMap(({ figureId }) => figureId ?? []);
  const known = [...named.known, ...(await findKnownFigures(db, { ids }))];
  return {
    rows: [...named.rows, ...found.rows],
    known: new Map(known.map((figure) => [figure.id, figure])),
    missing: found.missing,
  };
}

/** Rows that name a figure of this site, as those of a download do: held against what readers are shown of it. */
async function identifyNamed(db: Reader, readings: readonly FigureReading[], refuse: Refuse) {
  const rows: Identified[] = [];
  if (readings.length === 0) return { rows, known: [] };
  const publicIds = new Set(readings.map(({ content }) => content.figure_id!)); // they name it
  const known = await findKnownFigures(db, { publicIds });
  const byPublicId = new Map(known.map((figure) => [figure.publicId, figure]));
  const shown = await findShownContents(db, publicIds);
  const seen = new Set<string>();
  for (const reading of asWritten(readings, shown)) {
    const publicId = reading.content.figure_id!;
    const [figure, base] = [byPublicId.get(publicId), shown.get(publicId)];
    if (figure === undefined || base === undefined) refuse(reading, "unknown_figure", "figure_id");
    else if (seen.has(publicId)) refuse(reading, "same_key", "figure_id");
    else rows.push({ reading, home: null, occurrence: 0, quoted: null, figureId: figure.id, base });
    seen.add(publicId);
  }
  return { rows, known };
}

/**
 * A download whose texts may be guarded or not is what the collection says of more of them: neither loses an apostrophe
 * of its own, nor keeps one that was put there.
 */
function asWritten(
  readings: readonly FigureReading[],
  shown: ReadonlyMap<string, RowContent>,
): readonly FigureReading[] {
  let bare = 0;
  for (const { content, bare: texts = {} } of readings) {
    const base = shown.get(content.figure_id ?? "");
    for (const field of Object.keys(texts) as ImportField[]) {
      if (texts[field] === base?.[field]) bare++;
      else if (content[field] === base?.[field]) bare--;
    }
  }
  if (bare <= 0) return readings;
  return readings.map((one) => (one.bare ? { ...one, content: { ...one.content, ...one.bare } } : one));
}

/** Rows that are known by their key within their dataset, or within the text they quote where there is none. */
async function identifyKeyed(
  db: Reader,
  map: ImportMap,
  readings: readonly FigureReading[],
  refuse: Refuse,
): Promise<{ rows: Identified[]; missing: number }> {
  const dataset = map.dataset?.slug ?? null;
  const housed = await house(db, map, readings, refuse);
  const homes = dataset === null ? new Set(housed.map(({ home }) => home)) : [dataset];
  const { matched, missing } = matchRows(housed, await findDatasetRows(db, homes));
  const rows = matched.flatMap(({ reading: { reading, home, quoted }, occurrence, known }): Identified[] => {
    if (occurrence <= mostOfOneKey) {
      const { figureId = null, content: base = {} } = known ?? {};
      return [{ reading, home, quoted, occurrence, figureId, base }];
    }
    refuse(reading, "same_key", null);
    return [];
  });
  return { rows, missing: dataset === null ? 0 : missing }; // a text says more than one file quotes of it
}

/** Rows with the source whose row each is, source by source. */
async function house(db: Reader, map: ImportMap, readings: readonly FigureReading[], refuse: Refuse) {
  const { dataset } = map;
  const quotes = readings.some(isQuoting) ? await QuotedSources.open(db, dataset?.slug ?? null) : null;
  const housed = readings.flatMap((reading) => {
    const quoted = isQuoting(reading) ? quotes!.of(reading.content, dataset?.lang ?? "en") : null; // opened for it
    const home = dataset?.slug ?? quoted?.slug;
    if (home !== undefined) {
      const { key, content } = reading;
      return [{ key: homeKey(home, key), content, reading, home, quoted }];
    }
    refuse(reading, "no_anchor", null);
    return [];
  });
  return [...groupBy(housed, ({ home }) => home).values()].flat();
}

/** Whether a row has a sentence that its number stands in. */
const isQuoting = ({ inSentence, content }: FigureReading): boolean =>
  inSentence !== null && content.sentence != null;
