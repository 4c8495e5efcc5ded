import { isDeepStrictEqual } from "node:util";
import { figureOfContent, type Standing } from "@/domain/import/figure-of-content";
import type { RefusedRow } from "@/domain/import/make-report";
import type { ImportMap } from "@/domain/import/map";
import { changesOf, matchRows } from "@/domain/import/match-rows";
import { unknownNameFinder } from "@/domain/import/own/own-figure-reader";
import type { CellProblem, ImportField, NumberSpot, RowContent } from "@/domain/import/row";
import type { ImportRule } from "@/domain/import/rules";
import { problemOf } from "@/domain/import/tell-row";
import { fixedFields, withContent } from "@/domain/import/with-content";
import type { FigureInput } from "@/domain/inputs";
import { newPublicId } from "@/domain/new-public-id";
import type { Reader } from "../client";
import { findLexicon } from "./find-lexicon";
import { type QuotedSource, QuotedSources } from "./import-quotes";
import type { FigureReading } from "./import-readings";
import { findShownContents } from "./import-shown";
import {
  findDatasetRows,
  findKnownFigures,
  findPresentStates,
  homeKey,
  type KnownFigure,
} from "./import-world";

/** A figure that is to be written, as it will be. */
export type PlannedFigure = FigureReading & {
  readonly outcome: "new" | "changed";
  /** The source whose row it is; null for a row that names its figure itself. */
  readonly home: string | null;
  readonly occurrence: number;
  readonly known: KnownFigure | null;
  /** What its dataset, or else the page of the figure, said before; and what the row says otherwise. */
  readonly base: RowContent;
  readonly changes: RowContent;
  readonly input: FigureInput;
  readonly quoted: QuotedSource | null;
};
export type Drafted = PlannedFigure;

type Identified = {
  readonly reading: FigureReading;
  readonly home: string | null;
  readonly occurrence: number;
  readonly quoted: QuotedSource | null;
  readonly figureId: number | null;
  readonly base: RowContent;
};

type Outcome = {
  readonly planned: PlannedFigure[];
  readonly unchanged: FigureReading[];
  readonly acknowledged: { home: string; key: string; occurrence: number; content: RowContent }[];
  readonly refused: RefusedRow[];
  missing: number;
};

/** PostgreSQL counts the rows of one key in two bytes. */
const mostOfOneKey = 32_767;

/** Finds for each row which figure it is, and drafts those that are new or say something else. */
export async function draftRows(
  db: Reader,
  map: ImportMap,
  readings: readonly FigureReading[],
): Promise<Outcome> {
  const outcome: Outcome = { planned: [], unchanged: [], acknowledged: [], refused: [], missing: 0 };
  const refuse = (reading: FigureReading, rule: ImportRule, field: ImportField | null) =>
    outcome.refused.push({ ...placeOf(reading), problems: [problemOf(map, reading, rule, field)] });
  const named = await identifyNamed(db, readings, refuse);
  const rows = await identifyRows(db, map, readings, outcome, refuse);
  const all = [...named.identified, ...rows];
  const known = new Map(named.known.map((figure) => [figure.id, figure]));
  const ids = rows.flatMap(({ figureId }) => (figureId === null ? [] : [figureId]));
  for (const figure of await findKnownFigures(db, { ids })) known.set(figure.id, figure);
  const changed = all.filter(({ figureId, base, reading }) => figureId !== null && differs(base, reading));
  const states = await findPresentStates(
    db,
    [...new Set(changed.map(({ figureId }) => figureId!))].map((id) => known.get(id)!),
  );
  const unknownNames = changed.some(isDownloaded) ? unknownNameFinder(await findLexicon(db)) : () => [];
  const taken = new Set<string>();
  for (const one of all) {
    const figure = one.figureId === null ? null : known.get(one.figureId)!;
    if (figure !== null && !differs(one.base, one.reading)) outcome.unchanged.push(one.reading);
    else if (figure === null) draftNew(one, map, taken, outcome, refuse);
    else if (figure.retracted !== null) refuse(one.reading, "retracted_figure", "figure_id");
    else {
      const problems = isDownloaded(one) ? unchangeable(one, map, unknownNames) : [];
      if (problems.length > 0) outcome.refused.push({ ...placeOf(one.reading), problems });
      else draftChange(one, figure, states.get(figure.id)!, outcome, refuse);
    }
  }
  outcome.planned.sort((a, b) => a.row - b.row || a.figure - b.figure);
  return outcome;
}

type Refuse = (reading: FigureReading, rule: ImportRule, field: ImportField | null) => void;

const placeOf = ({ row, figure }: FigureReading) => ({ row, figure });

/** The name of a figure is not something that changes. */
const changesIn = (base: RowContent, { content: { figure_id: _, ...content } }: FigureReading): RowContent =>
  changesOf(base, content);
const differs = (base: RowContent, reading: FigureReading): boolean =>
  Object.keys(changesIn(base, reading)).length > 0;

/** Whether a row names its figure itself, as those of a download do. */
const isDownloaded = ({ home, figureId }: Identified) => home === null && figureId !== null;

/** What a download, changed by somebody, asks of a figure and cannot have: another sentence, a name that nobody has. */
function unchangeable(
  { base, reading }: Identified,
  map: ImportMap,
  unknownNames: ReturnType<typeof unknownNameFinder>,
): CellProblem[] {
  const changed = Object.keys(changesIn(base, reading)) as ImportField[];
  const fixed = changed.filter((field) => fixedFields.some((one) => one === field));
  return [
    ...fixed.map((field) => problemOf(map, reading, "sentence_of_known_figure", field)),
    ...unknownNames(
      reading.content,
      changed.filter((field) => !fixed.includes(field)),
    ),
  ];
}

/** Rows that name a figure of this site, as those of a download do: held against what readers are shown of it. */
async function identifyNamed(db: Reader, readings: readonly FigureReading[], refuse: Refuse) {
  const naming = readings.filter(({ content }) => content.figure_id != null);
  if (naming.length === 0) return { identified: [], known: [] };
  const publicIds = new Set(naming.map(({ content }) => content.figure_id!));
  const known = await findKnownFigures(db, { publicIds });
  const byPublicId = new Map(known.map((figure) => [figure.publicId, figure]));
  const shown = await findShownContents(db, publicIds);
  const seen = new Set<string>();
  const identified: Identified[] = [];
  for (const reading of naming) {
    const publicId = reading.content.figure_id!;
    const [figure, base] = [byPublicId.get(publicId), shown.get(publicId)];
    if (figure === undefined || base === undefined) refuse(reading, "unknown_figure", "figure_id");
    else if (seen.has(publicId)) refuse(reading, "same_key", "figure_id");
    else identified.push({ reading, home: null, occurrence: 0, quoted: null, figureId: figure.id, base });
    seen.add(publicId);
  }
  return { identified, known };
}

/** Rows that are known by their key within their dataset, or within the text they quote where there is none. */
async function identifyRows(
  db: Reader,
  map: ImportMap,
  readings: readonly FigureReading[],
  outcome: Outcome,
  refuse: Refuse,
): Promise<Identified[]> {
  const dataset = map.dataset?.slug ?? null;
  const quotes = readings.some(isQuoting) ? await QuotedSources.open(db, dataset) : null;
  const housed = new Map<
    string,
    { key: string; content: RowContent; reading: FigureReading; quoted: QuotedSource | null }[]
  >();
  for (const reading of readings) {
    if (reading.content.figure_id != null) continue;
    const quoted = isQuoting(reading) ? quotes!.of(reading.content, map.dataset?.lang ?? "en") : null;
    if (quoted !== null && "rule" in quoted) {
      outcome.refused.push({ ...placeOf(reading), problems: [quoted] });
      continue;
    }
    const home = dataset ?? quoted?.slug;
    if (home === undefined) {
      refuse(reading, "no_anchor", null);
      continue;
    }
    const { key, content } = reading;
    const row = { key: homeKey(home, key), content, reading, quoted };
    const others = housed.get(home);
    if (others === undefined) housed.set(home, [row]);
    else others.push(row);
  }
  const homes = dataset === null ? housed.keys() : [dataset];
  const known = await findDatasetRows(db, homes);
  const rows = [...housed].flatMap(([home, those]) => those.map((row) => ({ ...row, home })));
  const { matched, missing } = matchRows(rows, known);
  outcome.missing = dataset === null ? 0 : missing; // a text says more than any one file quotes of it
  return matched.flatMap(({ reading: { reading, home, quoted }, occurrence, known: row }) => {
    if (occurrence > mostOfOneKey) {
      refuse(reading, "same_key", null);
      return [];
    }
    const { figureId = null, content: base = {} } = row ?? {};
    return [{ reading, home, quoted, occurrence, figureId, base }];
  });
}

/** Whether a row has a sentence that its number stands in. */
const isQuoting = ({ inSentence, content }: FigureReading): boolean =>
  inSentence !== null && content.sentence != null;

function draftNew(
  one: Identified,
  map: ImportMap,
  taken: Set<string>,
  outcome: Outcome,
  refuse: Refuse,
): void {
  const { reading, home, occurrence, quoted, base } = one;
  const standing = standingOf(quoted, map);
  if (standing === null) {
    refuse(reading, "no_anchor", null);
    return;
  }
  let publicId = newPublicId();
  while (taken.has(publicId)) publicId = newPublicId();
  taken.add(publicId);
  const input = figureOfContent(reading, publicId, standing);
  const rest = { known: null, base, changes: {}, input, quoted };
  outcome.planned.push({ ...reading, outcome: "new", home, occurrence, ...rest });
}

/** In its quote or in its row. Where in its text a quote stands is found when it is written: it may not be there yet. */
function standingOf(quoted: QuotedSource | null, { dataset }: ImportMap): Standing | null {
  if (quoted !== null)
    return {
      source: quoted.slug,
      publisher: quoted.publisher,
      sentence: { start: 0, prefix: "", suffix: "" },
    };
  return dataset === null ? null : { source: dataset.slug, publisher: dataset.publisher, sentence: null };
}

function draftChange(
  one: Identified,
  known: KnownFigure,
  present: FigureInput,
  outcome: Outcome,
  refuse: Refuse,
): void {
  const { reading, home, occurrence, base } = one;
  const changes = changesIn(base, reading);
  if ("sentence" in changes) {
    refuse(reading, "sentence_of_known_figure", "sentence");
    return;
  }
  const next = withContent(present, reading.content, Object.keys(changes) as ImportField[]);
  if (isDeepStrictEqual(next, present)) {
    outcome.unchanged.push(reading);
    if (home !== null)
      outcome.acknowledged.push({ home, key: reading.key, occurrence, content: reading.content });
    return;
  }
  const mentions = next.mentions.map((mention) => standAnew(mention, reading, home));
  const input = { ...next, mentions };
  const rest = { known, base, changes, input, quoted: null };
  outcome.planned.push({ ...reading, outcome: "changed", home, occurrence, ...rest });
}

type Mention = FigureInput["mentions"][number];

/** The row as the file has it now stands for the row it had; a sentence stays, with the number where it is now. */
function standAnew(mention: Mention, reading: FigureReading, home: string | null): Mention {
  const { row, record, inRecord, inSentence, content } = reading;
  if (mention.record !== undefined && mention.source === home) {
    const { version: _, ...rest } = mention;
    const sentenceEnd = record.start + record.text.length;
    const place = { record: row, sentence: record.text, sentenceStart: record.start, sentenceEnd };
    return { ...rest, ...place, ...spotOf(inRecord) };
  }
  const same = inSentence !== null && mention.sentence === content.sentence;
  return same && mention.record === undefined ? { ...mention, ...spotOf(inSentence) } : mention;
}

const spotOf = ({ numberStart, numberEnd, numberText, readsAs }: NumberSpot) => ({
  ...{ numberStart, numberEnd, numberText, readsAs },
});
