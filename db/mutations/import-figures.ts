import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { importAsRead } from "@/domain/import/inputs";
import { changesOf } from "@/domain/import/match-rows";
import type { RowContent } from "@/domain/import/row";
import type { CheckedFigure } from "../queries/import-validate";
import { homeKey } from "../queries/import-world";
import { inList } from "../queries/json-list";
import { figures } from "../schema/figures";
import { datasetRows, importRows } from "../schema/imports";
import { records, sources, sourceVersions } from "../schema/sources";
import type { ImportRow } from "./import-as-read";
import { insertRows } from "./insert-rows";
import { mutation, type Writer } from "./mutation";
import { keepInHand } from "./work-on-import";
import { type StateToWrite, type WrittenState, writeStates } from "./write-states";

/** Most figures of one transaction: short enough that nobody waits long behind it. */
export const figuresAtOnce = 500;

const planned = z.custom<CheckedFigure>(
  (value) => typeof value === "object" && value !== null && "input" in value,
  "is no planned figure",
);

const input = importAsRead.extend({
  figures: z.array(planned).min(1).max(figuresAtOnce),
});

/**
 * Writes figures of a plan as drafts, with the rows they stand in. A figure whose ground has moved since the plan was
 * made, by a hand at the desk or another import, is left out for the next plan: nothing stale overwrites anything.
 * @returns how many were written and how many left out
 */
export const importFigures = mutation(
  "record",
  "import_figures",
  input,
  async (tx, { figures: list, ...work }, editor) => {
    const row = await keepInHand(tx, work);
    const homes = await holdHomes(tx, list);
    const fresh = await withSameGround(tx, list, homes);
    if (fresh.length === 0) return { value: { written: 0, stale: list.length }, unchanged: true };
    await keepRecords(tx, fresh);
    const written = await writeStates(
      tx,
      fresh.map((one) => stateOf(one, row)),
      editor.id,
    );
    await pointAt(tx, fresh, written);
    await keepContents(tx, fresh, written, homes);
    await insertRows(
      tx,
      importRows,
      fresh.map((one, index) => importRowOf(row, one, written[index]!)),
    );
    await keepInHand(tx, work, { more: fresh.length });
    const after = {
      ...{ new: count(fresh, "new"), changed: count(fresh, "changed") },
      ...{ rows: [fresh[0]!.row, fresh.at(-1)!.row], figures: written.map(({ publicId }) => publicId) },
    };
    const value = { written: fresh.length, stale: list.length - fresh.length };
    return { value, entity: `import:${row.publicId}`, after };
  },
);

type Homes = ReadonlyMap<string, number>;

const count = (list: readonly CheckedFigure[], outcome: CheckedFigure["outcome"]) =>
  list.filter((one) => one.outcome === outcome).length;

/** The keys of the sources whose rows these are, held: imports of one dataset queue here. */
async function holdHomes(tx: Writer, list: readonly CheckedFigure[]): Promise<Homes> {
  const slugs = new Set(list.flatMap(({ home }) => home ?? []));
  if (slugs.size === 0) return new Map();
  const rows = await tx
    .select({ id: sources.id, slug: sources.slug })
    .from(sources)
    .where(sql`${sources.slug} in ${inList(slugs)}`)
    .orderBy(sources.id)
    .for("update");
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

/** Those of which the database still says what it said when they were planned. Known figures are held. */
async function withSameGround(tx: Writer, list: readonly CheckedFigure[], homes: Homes) {
  const ids = list.flatMap(({ known }) => known?.id ?? []);
  const held = await tx
    .select({ id: figures.id, rowVersion: figures.rowVersion })
    .from(figures)
    .where(sql`${figures.id} in ${inList(ids, "int")}`)
    .orderBy(figures.id)
    .for("update");
  const versions = new Map(held.map(({ id, rowVersion }) => [id, rowVersion]));
  const said = await contentsOf(tx, list, homes);
  return list.filter(({ home, key, occurrence, known, base }) => {
    if (known !== null && versions.get(known.id) !== known.rowVersion) return false;
    if (home === null) return true;
    const before = said.get(rowName(homes.get(home)!, key, occurrence));
    if (known === null || before === undefined) return known === null && before === undefined;
    return before.figureId === known.id && same(before.content, base);
  });
}

const same = (a: RowContent, b: RowContent) =>
  Object.keys(changesOf(a, b)).length + Object.keys(changesOf(b, a)).length === 0;

const rowName = (sourceId: number, key: string, occurrence: number) =>
  `${homeKey(String(sourceId), key)} ${occurrence}`;

async function contentsOf(tx: Writer, list: readonly CheckedFigure[], homes: Homes) {
  const keys = new Set(list.flatMap(({ home, key }) => (home === null ? [] : [key])));
  const rows =
    keys.size === 0
      ? []
      : await tx
          .select()
          .from(datasetRows)
          .where(
            sql`${datasetRows.sourceId} in ${inList(homes.values(), "int")}
              and ${datasetRows.key} in ${inList(keys)}`,
          );
  return new Map(rows.map((row) => [rowName(row.sourceId, row.key, row.occurrence), row]));
}

/** Keeps the rows that figures stand in. Two figures of one row share it. */
async function keepRecords(tx: Writer, list: readonly CheckedFigure[]): Promise<void> {
  const standing = list.flatMap(({ row, record, input: { mentions } }) => {
    const mention = mentions.find((one) => one.record === row && one.sentence === record.text);
    return mention === undefined ? [] : [{ row, ...record, ...mention }];
  });
  if (standing.length === 0) return;
  const versions = await tx
    .select({ id: sourceVersions.id, slug: sources.slug, number: sourceVersions.number })
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .where(
      and(
        sql`${sources.slug} in ${inList(new Set(standing.map(({ source }) => source)))}`,
        eq(sourceVersions.extent, "records"),
      ),
    );
  const ids = new Map(versions.map(({ id, slug, number }) => [`${slug} ${number}`, id]));
  const rows = standing.map(({ row, start, text, source, version }) => ({
    ...{ sourceVersionId: ids.get(`${source} ${version}`)!, row, start, text },
  }));
  await insertRows(tx, records, rows, sql`on conflict do nothing`);
}

function stateOf({ input: state, known, row }: CheckedFigure, { fileName, map }: ImportRow): StateToWrite {
  if (known === null) return { input: state, known, change: "first", changeReason: null };
  const seen = known.publishedRevisionId !== null; // what readers never saw is still the first of its figure
  const change = seen ? (map?.change ?? "revision") : "first";
  return { input: state, known, change, changeReason: `${fileName}, row ${row}` };
}

/** Makes the states the drafts of their figures; a draft in review is thereby taken back. */
async function pointAt(
  tx: Writer,
  list: readonly CheckedFigure[],
  written: readonly WrittenState[],
): Promise<void> {
  const rows = list.map(({ known }, index) => ({
    ...{ id: written[index]!.figureId, revision: written[index]!.revisionId },
    ...{ status: known?.publishedRevisionId == null ? "draft" : "published", saved: known === null ? 0 : 1 },
  }));
  await tx.execute(sql`update ${figures} set draft_revision_id = w.revision, status = w.status::status,
      submitted_at = null, row_version = ${figures.rowVersion} + w.saved
    from json_to_recordset(${JSON.stringify(rows)}::json) w(id int, revision int, status text, saved int)
    where ${figures.id} = w.id`);
}

/** Writes down what the dataset says by now of each of its rows. */
async function keepContents(
  tx: Writer,
  list: readonly CheckedFigure[],
  written: readonly WrittenState[],
  homes: Homes,
): Promise<void> {
  const rows = list.flatMap(({ home, key, occurrence, content }, index) =>
    home === null
      ? []
      : [{ sourceId: homes.get(home)!, key, occurrence, figureId: written[index]!.figureId, content }],
  );
  const overwriting = sql`on conflict (source_id, key, occurrence) do update set content = excluded.content`;
  await insertRows(tx, datasetRows, rows, overwriting);
}

const importRowOf = (
  { id }: ImportRow,
  { row, figure, outcome, known, home, base }: CheckedFigure,
  { figureId, revisionId }: WrittenState,
): typeof importRows.$inferInsert => ({
  ...{ importId: id, row, figure, outcome, figureId, revisionId },
  previousDraftId: known?.draftRevisionId ?? null,
  previous: known === null || home === null ? null : base,
});
