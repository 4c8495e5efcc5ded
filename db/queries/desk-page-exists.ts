import { eq } from "drizzle-orm";
import type { AdminPage } from "@/domain/desk-address";
import type { Reader } from "../client";
import { figures } from "../schema/figures";
import { sources } from "../schema/sources";

/** Whether there is a source of this slug or a figure of this id, published or not: editors see both. */
export async function deskPageExists(db: Reader, page: AdminPage, name: string): Promise<boolean> {
  if (page === "source" || page === "source-changes")
    return (await db.select({ id: sources.id }).from(sources).where(eq(sources.slug, name))).length > 0;
  if (page === "figure")
    return (await db.select({ id: figures.id }).from(figures).where(eq(figures.publicId, name))).length > 0;
  return true;
}
