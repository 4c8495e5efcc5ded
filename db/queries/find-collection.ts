import type { Localized } from "@/domain/figure";
import type { Reader } from "../client";
import { collection } from "../schema/collection";

/** What the collection is about; null in a database that was never seeded. */
export async function findCollection(
  db: Reader,
): Promise<{ title: Localized; description: Localized } | null> {
  const [row] = await db.select().from(collection);
  if (row === undefined) return null;
  return {
    title: { fr: row.titleFr, en: row.titleEn },
    description: { fr: row.descriptionFr, en: row.descriptionEn },
  };
}
