import { and, desc, eq, sql } from "drizzle-orm";
import type { Reader } from "../client";
import { imports } from "../schema/imports";

/** The name a delivery is kept under: its file's, and the key that a script knows it by. */
export const deliveryName = (name: string, key: string | null): string =>
  key === null ? name : `${name} ${marked(key)}`;

const marked = (key: string) => `[${key}]`;

/** The import in which somebody's delivery of a key is kept; null where there is none. */
export async function findDelivery(
  db: Reader,
  editorId: string,
  key: string,
): Promise<{ publicId: string } | null> {
  const end = ` ${marked(key)}`;
  const [found] = await db
    .select({ publicId: imports.publicId })
    .from(imports)
    .where(and(eq(imports.authorId, editorId), sql`right(${imports.fileName}, ${end.length}) = ${end}`))
    .orderBy(desc(imports.id))
    .limit(1);
  return found ?? null;
}
