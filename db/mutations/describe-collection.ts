import { sql } from "drizzle-orm";
import { collectionInput } from "@/domain/inputs";
import { collection } from "../schema/collection";
import { editors } from "../schema/editors";
import { mutation } from "./mutation";

/**
 * The settings that a later load leaves: those of the seeds, but of rows of datasets what the desk says. An admin turns
 * that on and off; the seeds decide of it once, when the collection is new.
 */
const later = sql`(excluded.settings - 'records')
  || jsonb_strip_nulls(jsonb_build_object('records', ${collection.settings} -> 'records'))`;

/**
 * Says what the one collection of this database is about, and enters the seed loader among the editors: the first
 * write of a load. The revision number is left as it is.
 */
export const describeCollection = mutation(
  "load_seeds",
  "describe_collection",
  collectionInput,
  async (tx, input, editor) => {
    await tx
      .insert(editors)
      .values({ id: editor.id, name: "Seeds", role: editor.role })
      .onConflictDoNothing();
    const { slug, title, description, settings, seedsSha256 } = input;
    const row = {
      slug,
      titleFr: title.fr,
      titleEn: title.en,
      descriptionFr: description.fr,
      descriptionEn: description.en,
      settings,
      seedsSha256,
    };
    await tx
      .insert(collection)
      .values({ id: 1, ...row })
      .onConflictDoUpdate({ target: collection.id, set: { ...row, settings: later } });
    return { value: slug, entity: "collection", after: input };
  },
);
