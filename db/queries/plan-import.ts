import { createHash } from "node:crypto";
import { makeReport, type RefusedRow, type SoundRow } from "@/domain/import/make-report";
import type { ImportMap } from "@/domain/import/map";
import type { CheckReport } from "@/domain/import/report";
import type { NewEntry, RowContent, RowReading } from "@/domain/import/row";
import type { Reader } from "../client";
import { type Acknowledged, draftRows, type PlannedFigure } from "./import-drafts";
import type { NewSource } from "./import-quotes";
import { collectReadings, type FigureReading } from "./import-readings";
import { type CheckedFigure, validatePlanned } from "./import-validate";
import { refuseByMap } from "./refuse-by-map";

/** What taking a file in would do, and why some of its rows cannot be taken in. Nothing is written for it. */
export type ImportPlan = {
  readonly report: CheckReport;
  readonly writes: readonly CheckedFigure[];
  readonly acknowledged: readonly Acknowledged[];
  readonly refused: readonly RefusedRow[];
  /** Texts that are quoted and not there yet. */
  readonly sources: readonly NewSource[];
  readonly entries: readonly NewEntry[];
};

type Watching = {
  /** Called now and then, so that others can be told that the work goes on. */
  readonly beat?: () => Promise<void>;
};

/**
 * Finds out what a table would do to the collection: holds each figure that its rows state against the dataset's own
 * last word, and each that is new or changed against the one validator. The same plan is made for a check, a dry run
 * and the import itself.
 */
export async function planImport(
  { db }: { readonly db: Reader },
  map: ImportMap,
  readings: AsyncIterable<RowReading> | Iterable<RowReading>,
  { beat = async () => {} }: Watching = {},
): Promise<ImportPlan> {
  const { figures, refused, empty } = await collectReadings(readings, sha256, beat);
  await beat();
  const drafted = await draftRows(db, map, figures);
  await beat();
  const checked = await validatePlanned(db, map, drafted.planned, beat);
  const { writes, refused: byMap } = await refuseByMap(db, map, checked.sound);
  const allRefused = [...refused, ...drafted.refused, ...checked.refused, ...byMap].sort(inFile);
  const sources = [...new Set(writes.flatMap(({ quoted }) => quoted?.card ?? []))];
  const entries = newEntries(writes);
  const report = makeReport({
    sound: [...drafted.unchanged.map(unchanged), ...writes.map(toSound)],
    refused: allRefused,
    ...{ empty, missing: drafted.missing, changes: changesIn(writes) },
    creates: createsOf(entries, sources),
    unquoted: writes.filter(isUnquoted).length,
  });
  return {
    ...{ report, acknowledged: drafted.acknowledged, refused: allRefused, sources, entries },
    writes,
  };
}

export const sha256 = (words: string): string => createHash("sha256").update(words, "utf8").digest("hex");

const isUnquoted = ({ outcome, quoted, inSentence }: CheckedFigure): boolean =>
  outcome === "new" && quoted === null && inSentence !== null;

type InFile = { readonly row: number; readonly figure: number };
const inFile = (a: InFile, b: InFile) => a.row - b.row || a.figure - b.figure;

const unchanged = ({ row, content }: FigureReading): SoundRow => ({
  ...{ row, content, outcome: "unchanged", findings: [] },
});
const toSound = ({
  row,
  content,
  outcome,
  findings,
}: PlannedFigure & Pick<SoundRow, "findings">): SoundRow => ({
  ...{ row, content, outcome, findings },
});

/** As many changes as a report shows; their number is among its counts. */
const mostChanges = 200;

function changesIn(writes: readonly PlannedFigure[]): CheckReport["changes"] {
  const changed = writes.filter(({ outcome }) => outcome === "changed").slice(0, mostChanges);
  return changed
    .flatMap(({ row, input, base, changes }) =>
      Object.entries(changes).map(([field, to]) => ({
        ...{ row, figureId: input.publicId, field: field as keyof RowContent },
        ...{ from: base[field as keyof RowContent] ?? null, to: to ?? null },
      })),
    )
    .slice(0, mostChanges);
}

function newEntries(writes: readonly PlannedFigure[]): NewEntry[] {
  const entries = new Map<string, NewEntry>();
  for (const { creates } of writes)
    for (const entry of creates) entries.set(`${entry.list}/${entry.slug}`, entry);
  return [...entries.values()];
}

const createsOf = (entries: readonly NewEntry[], sources: readonly NewSource[]): CheckReport["creates"] => ({
  agents: entries.filter(({ list }) => list === "agents").map(({ slug }) => slug),
  places: entries.filter(({ list }) => list === "places").map(({ slug }) => slug),
  sources: sources.length,
});
