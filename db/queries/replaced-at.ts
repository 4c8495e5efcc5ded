import { and, eq, isNotNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Reader } from "../client";
import { figureRevisions as revisions } from "../schema/figures";
import { publications } from "../schema/publications";
import { shownAt } from "./figure-rows";

const replacing = alias(revisions, "replacing");

/** The keys of figures that others shown at the revision replace: few, and found by an index of what replaces any. */
export const replacedAt = (db: Reader, revision: number) =>
  db
    .select({ id: replacing.supersedesId })
    .from(publications)
    .innerJoin(replacing, eq(replacing.id, publications.revisionId))
    .where(and(isNotNull(replacing.supersedesId), shownAt(revision)));
