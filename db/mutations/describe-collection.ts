import { collectionInput } from "@/domain/inputs";
import { collection } from "../schema/collection";
import { editors } from "../schema/editors";
import { mutation } from "./mutation";

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
      .onConflictDoUpdate({ target: collection.id, set: row });
    return { value: slug, entity: "collection", after: input };
  },
);
