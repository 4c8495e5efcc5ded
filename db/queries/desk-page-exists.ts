import { eq } from "drizzle-orm";
import type { AdminPage } from "@/domain/desk-address";
import type { Reader } from "../client";
import { figures } from "../schema/figures";
import { imports } from "../schema/imports";
import { sources } from "../schema/sources";

/** Whether there is a source of this slug, a figure or an import of this id, published or not: editors see all. */
export async function deskPageExists(db: Reader, page: AdminPage, name: string): Promise<boolean> {
  if (page === "source" || page === "source-changes")
    return (await db.select({ id: sources.id }).from(sources).where(eq(sources.slug, name))).length > 0;
  if (page === "figure")
    return (await db.select({ id: figures.id }).from(figures).where(eq(figures.publicId, name))).length > 0;
  if (page === "import")
    return (await db.select({ id: imports.id }).from(imports).where(eq(imports.publicId, name))).length > 0;
  return true;
}
