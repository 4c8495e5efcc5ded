import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { placeInput } from "@/domain/inputs";
import { places } from "../schema/places";
import { idsBySlug } from "./ids";
import { mutation } from "./mutation";

/** Records places, or brings those already there up to date, by slug. A parent may be in the same list. */
export const recordPlaces = mutation(
  "describe",
  "record_places",
  z.array(placeInput).min(1),
  async (tx, list) => {
    await tx
      .insert(places)
      .values(list.map(({ slug, name, kind }) => ({ slug, nameFr: name.fr, nameEn: name.en, kind })))
      .onConflictDoUpdate({
        target: places.slug,
        set: {
          nameFr: sql`excluded.name_fr`,
          nameEn: sql`excluded.name_en`,
          kind: sql`excluded.kind`,
          rowVersion: sql`${places.rowVersion} + 1`,
        },
      });
    const id = await idsBySlug(
      tx,
      "places",
      list.flatMap((place) => [place.slug, place.parent]),
      "parent",
    );
    for (const place of list) {
      const parentId = place.parent === null ? null : id(place.parent);
      await tx
        .update(places)
        .set({ parentId })
        .where(eq(places.id, id(place.slug)));
    }
    return { value: list.length, entity: "places", after: list };
  },
);
