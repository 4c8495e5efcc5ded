import { isDeepStrictEqual } from "node:util";
import { figureOfContent, type Standing } from "@/domain/import/figure-of-content";
import type { RefusedRow } from "@/domain/import/make-report";
import type { ImportMap } from "@/domain/import/map";
import { changesOf } from "@/domain/import/match-rows";
import { unknownNameFinder } from "@/domain/import/own/own-figure-reader";
import type { CellProblem, ImportField, NumberSpot, RowContent } from "@/domain/import/row";
import { problemOf } from "@/domain/import/tell-row";
import { fixedFields, withContent } from "@/domain/import/with-content";
import type { FigureInput } from "@/domain/inputs";
import { newPublicId } from "@/domain/new-public-id";
import type { Reader } from "../client";
import { findLexicon } from "./find-lexicon";
import { type Identified, identify, type Refuse } from "./import-identity";
import type { QuotedSource } from "./import-quotes";
import type { FigureReading } from "./import-readings";
import { findPresentStates, type KnownFigure } from "./import-world";

/** A figure that is to be written, as it will be. */
export type PlannedFigure = FigureReading &
  Omit<Identified, "reading" | "figureId"> & {
    readonly outcome: "new" | "changed";
    readonly known: KnownFigure | null;
    /** What the row says otherwise than `base`. */
    readonly changes: RowContent;
    readonly input: FigureInput;
  };

/** What a dataset says by now of a figure that says so already: written down, so that the next file is held against it. */
export type Acknowledged = {
  readonly home: string;
  readonly key: string;
  readonly occurrence: number;
  readonly content: RowContent;
};

type Drafts = {
  readonly planned: PlannedFigure[];
  readonly unchanged: FigureReading[];
  readonly acknowledged: Acknowledged[];
  readonly refused: RefusedRow[];
  readonly missing: number;
};

/** Finds for each row which figure it is, and drafts those that are new or say something else. */
export async function draftRows(
  db: Reader,
  map: ImportMap,
  readings: readonly FigureReading[],
): Promise<Drafts> {
  const refused: RefusedRow[] = [];
  const refuseAs = ({ row, figure, record }: FigureReading, problems: readonly CellProblem[]) =>
    refused.push({ row, figure, record, problems });
  const refuse: Refuse = (reading, rule, field) => {
    refuseAs(reading, [problemOf(map, reading, rule, field)]);
  };
  const { rows, known, missing } = await identify(db, map, readings, refuse);
  const drafts: Drafts = { planned: [], unchanged: [], acknowledged: [], refused, missing };
  const changed = rows.filter((one) => one.figureId !== null && differs(one));
  const states = await findPresentStates(
    db,
    [...new Set(changed.map(({ figureId }) => figureId!))].map((id) => known.get(id)!), // each was found
  );
  const namesNobodyHas = await nameProblems(db, changed);
  const taken = new Set<string>();
  for (const one of rows) {
    const figure = one.figureId === null ? null : known.get(one.figureId)!;
    if (figure === null) draftNew(one, map, taken, drafts, refuse);
    else if (!differs(one)) drafts.unchanged.push(one.reading);
    else if (figure.retracted !== null) refuse(one.reading, "retracted_figure", "figure_id");
    else {
      const problems = namesNobodyHas(one);
      if (problems.length > 0) refuseAs(one.reading, problems);
      else draftChange(one, figure, states.get(figure.id)!, drafts, refuse);
    }
  }
  drafts.planned.sort((a, b) => a.row - b.row || a.figure - b.figure);
  return drafts;
}

/** The name of a figure is not something that changes. */
const changesIn = ({ base, reading }: Identified): RowContent => {
  const { figure_id: _, ...content } = reading.content;
  return changesOf(base, content);
};
const differs = (one: Identified): boolean => Object.keys(changesIn(one)).length > 0;
const fieldsOf = (changes: RowContent) => Object.keys(changes) as ImportField[];

/** Rows of a download keep names as they are printed there: what changed to one that no entry has is refused. */
async function nameProblems(db: Reader, changed: readonly Identified[]) {
  if (!changed.some(({ home }) => home === null)) return () => [];
  const find = unknownNameFinder(await findLexicon(db));
  return (one: Identified): CellProblem[] =>
    one.home === null ? find(one.reading.content, fieldsOf(changesIn(one))) : [];
}

function draftNew(
  { reading, figureId: _, ...one }: Identified,
  map: ImportMap,
  taken: Set<string>,
  { planned }: Drafts,
  refuse: Refuse,
): void {
  const standing = standingOf(one.quoted, map);
  if (standing === null) {
    refuse(reading, "no_anchor", null);
    return;
  }
  let publicId = newPublicId();
  while (taken.has(publicId)) publicId = newPublicId();
  taken.add(publicId);
  const input = figureOfContent(reading, publicId, standing);
  planned.push({ ...reading, ...one, outcome: "new", known: null, changes: {}, input });
}

/** In its quote or in its row. Where in its text a quote stands is found when it is written: it may not be there yet. */
function standingOf(quoted: QuotedSource | null, { dataset }: ImportMap): Standing | null {
  if (quoted !== null) {
    const sentence = { start: 0, prefix: "", suffix: "" };
    return { source: quoted.slug, publisher: quoted.publisher, sentence };
  }
  return dataset === null ? null : { source: dataset.slug, publisher: dataset.publisher, sentence: null };
}

function draftChange(
  one: Identified,
  known: KnownFigure,
  present: FigureInput,
  { planned, unchanged, acknowledged }: Drafts,
  refuse: Refuse,
): void {
  const { reading, figureId: _, home, occurrence, ...rest } = one;
  const changes = changesIn(one);
  // A dataset may mend the address of a text it quotes: that is not the figure's, and changes nothing of it.
  const fixed = fixedFields.find((field) => field in changes && (home === null || field === "sentence"));
  if (fixed !== undefined) {
    refuse(reading, "sentence_of_known_figure", fixed);
    return;
  }
  const next = withContent(present, reading.content, fieldsOf(changes));
  if (isDeepStrictEqual(next, present)) {
    unchanged.push(reading);
    if (home !== null) acknowledged.push({ home, key: reading.key, occurrence, content: reading.content });
    return;
  }
  const input = { ...next, mentions: next.mentions.map((mention) => standAnew(mention, reading, home)) };
  planned.push({
    ...reading,
    ...rest,
    home,
    occurrence,
    outcome: "changed",
    known,
    changes,
    input,
    quoted: null,
  });
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
