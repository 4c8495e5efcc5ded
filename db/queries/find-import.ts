import { desc, eq, sql } from "drizzle-orm";
import type { ImportMap } from "@/domain/import/map";
import type { CheckReport } from "@/domain/import/report";
import type { ImportState } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { editors } from "../schema/editors";
import { importFiles, imports } from "../schema/imports";
import { sources } from "../schema/sources";

/** An import as the desk shows it in a list. */
export type ImportEntry = {
  readonly publicId: string;
  readonly fileName: string;
  readonly state: ImportState;
  /** Figures written of those there are to write. */
  readonly done: number;
  readonly total: number;
  /** Whether whoever worked on it has gone silent: it may be taken up again. */
  readonly silent: boolean;
  /** Whether somebody is at work on it, in whatever process. */
  readonly inHand: boolean;
  readonly author: { readonly id: string; readonly name: string };
  /** The dataset whose rows they are; null until it is known. */
  readonly source: string | null;
  /** Its title: of the source, or of what the map is about to make one. */
  readonly dataset: string | null;
  /** What the last check counted; null before it. */
  readonly counts: CheckReport["counts"] | null;
  readonly createdAt: Date;
};

export type FoundImport = ImportEntry & {
  readonly sha256: string;
  /** Of the file, in bytes. */
  readonly size: number;
  readonly map: ImportMap | null;
  readonly report: CheckReport | null;
  readonly failure: string | null;
  readonly rowVersion: number;
  /** What became of the figures it wrote. */
  readonly figures: ImportedFigures;
};

/** Counts of the figures of an import, by where they stand now. A figure is counted once. */
export type ImportedFigures = {
  readonly draft: number;
  readonly inReview: number;
  readonly published: number;
  /** Changed again since, laid aside or retracted. */
  readonly other: number;
};

const old = sql`coalesce(${imports.heartbeatAt} < clock_timestamp() - interval '30 seconds', true)`;
/** A batch has no state of its own while somebody has it in hand: only the sign of life. */
const silent = sql<boolean>`(${imports.state} in ('checking', 'importing')
  or ${imports.heartbeatAt} is not null) and ${old}`;
const inHand = sql<boolean>`not ${old}`;

const entry = {
  publicId: imports.publicId,
  fileName: imports.fileName,
  state: imports.state,
  done: imports.done,
  total: imports.total,
  silent,
  inHand,
  author: { id: editors.id, name: editors.name },
  source: sources.slug,
  dataset: sql<string | null>`coalesce(${sources.title}, ${imports.map} #>> '{dataset,title}')`,
  counts: sql<CheckReport["counts"] | null>`${imports.report} -> 'counts'`,
  createdAt: imports.createdAt,
};

/** An import with its map and what its check found; null where there is none. */
export async function findImport(db: Reader, publicId: string): Promise<FoundImport | null> {
  const { sha256, size, map, report, failure, rowVersion, id } = imports;
  const [row] = await db
    .select({ id, ...entry, ...{ sha256, size, map, report, failure, rowVersion } })
    .from(imports)
    .innerJoin(editors, eq(editors.id, imports.authorId))
    .leftJoin(sources, eq(sources.id, imports.sourceId))
    .where(eq(imports.publicId, publicId));
  if (row === undefined) return null;
  const { id: key, ...found } = row;
  return { ...found, figures: await countFigures(db, key) };
}

async function countFigures(db: Reader, importId: number): Promise<ImportedFigures> {
  const [row] = await db.execute<Record<keyof ImportedFigures, number>>(sql`
    select count(*) filter (where mine and f.status <> 'in_review')::int as "draft",
      count(*) filter (where mine and f.status = 'in_review')::int as "inReview",
      count(*) filter (where not mine and shown)::int as "published",
      count(*) filter (where not mine and not shown)::int as "other"
    from import_rows r join figures f on f.id = r.figure_id,
      lateral (select coalesce(f.draft_revision_id = r.revision_id, false) as mine,
        coalesce(f.published_revision_id = r.revision_id and f.status <> 'retracted', false) as shown) s
    where r.import_id = ${importId}`);
  return row!; // counts are always there
}

const mostListed = 200;

/** Imports, the newest first: at most two hundred. */
export function listImports(db: Reader): Promise<ImportEntry[]> {
  return db
    .select(entry)
    .from(imports)
    .innerJoin(editors, eq(editors.id, imports.authorId))
    .leftJoin(sources, eq(sources.id, imports.sourceId))
    .orderBy(desc(imports.id))
    .limit(mostListed);
}

/** The bytes of an import's file, and the rows its last check refused as CSV; null where there is no such import. */
export async function findImportFile(
  db: Reader,
  publicId: string,
): Promise<{ fileName: string; bytes: Uint8Array; refused: Uint8Array | null } | null> {
  const [row] = await db
    .select({ fileName: imports.fileName, bytes: importFiles.bytes, refused: importFiles.refused })
    .from(imports)
    .innerJoin(importFiles, eq(importFiles.importId, imports.id))
    .where(eq(imports.publicId, publicId));
  return row ?? null;
}

/** The map last used for a file with these column names; null where there was none. */
export async function findRememberedMap(db: Reader, headerSha256: string): Promise<ImportMap | null> {
  const [row] = await db
    .select({ map: imports.map })
    .from(imports)
    .where(sql`${imports.headerSha256} = ${headerSha256} and ${imports.map} is not null`)
    .orderBy(desc(imports.id))
    .limit(1);
  return row?.map ?? null;
}
