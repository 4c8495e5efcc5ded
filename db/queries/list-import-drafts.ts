import { and, asc, eq, sql } from "drizzle-orm";
import type { Draft } from "@/domain/draft";
import type { Reader } from "../client";
import { figures } from "../schema/figures";
import { importRows, imports } from "../schema/imports";
import { draftRows, toDrafts } from "./draft-rows";

type Wish = {
  readonly publicId: string;
  /** Drafts being written, or those that wait for a reviewer. */
  readonly status: "draft" | "in_review";
  readonly size: number;
  /** From the whole of the table, evenly; otherwise the first rows. */
  readonly spread?: boolean;
};

/** Drafts that are still what an import wrote, in the order of the rows. */
export async function listImportDrafts(
  db: Reader,
  { publicId, status, size, spread = false }: Wish,
): Promise<Draft[]> {
  const still = and(
    eq(imports.publicId, publicId),
    status === "in_review" ? eq(figures.status, "in_review") : sql`${figures.status} <> 'in_review'`,
  );
  const ranked = db
    .select({
      revisionId: importRows.revisionId,
      nth: sql<number>`row_number() over (order by ${importRows.row}, ${importRows.figure})`.as("nth"),
      many: sql<number>`count(*) over ()`.as("many"),
    })
    .from(importRows)
    .innerJoin(imports, eq(imports.id, importRows.importId))
    .innerJoin(figures, eq(figures.draftRevisionId, importRows.revisionId))
    .where(still)
    .as("ranked");
  const step = sql`greatest(${ranked.many} / ${size}::int, 1)`;
  const taken = spread ? sql`(${ranked.nth} - 1) % ${step} = 0` : sql`true`;
  const rows = await draftRows(db)
    .innerJoin(ranked, eq(ranked.revisionId, figures.draftRevisionId))
    .where(taken)
    .orderBy(asc(ranked.nth))
    .limit(size);
  return toDrafts(db, rows);
}
