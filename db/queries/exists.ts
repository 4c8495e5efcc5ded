import { and, eq } from "drizzle-orm";
import type { Reader } from "../client";
import { figures } from "../schema/figures";
import { metrics } from "../schema/metrics";
import { publications } from "../schema/publications";
import { sources } from "../schema/sources";
import { shownAt } from "./figure-rows";
import { isShown } from "./shown-source";

/** Whether readers may open a page of this kind at this name; asked before rendering, so that the status is right. */
export const pageExists = {
  async metrics(db: Reader, slug: string): Promise<boolean> {
    return (await db.select({ id: metrics.id }).from(metrics).where(eq(metrics.slug, slug))).length > 0;
  },
  async sources(db: Reader, slug: string, revision: number): Promise<boolean> {
    const found = await db
      .select({ id: sources.id })
      .from(sources)
      .where(and(eq(sources.slug, slug), isShown(revision)));
    return found.length > 0;
  },
  async figures(db: Reader, publicId: string, revision: number): Promise<boolean> {
    const found = await db
      .select({ id: figures.id })
      .from(figures)
      .innerJoin(publications, eq(publications.figureId, figures.id))
      .where(and(eq(figures.publicId, publicId), shownAt(revision)));
    return found.length > 0;
  },
};
