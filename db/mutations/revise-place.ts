import { eq, sql } from "drizzle-orm";
import { placeRevisionInput } from "@/domain/lists";
import { findPlaceEntry } from "../queries/find-entry";
import { placeAliases, places } from "../schema/places";
import { entryAsRead } from "./entry-as-read";
import { idsBySlug } from "./ids";
import { mutation, Refused, type Writer } from "./mutation";

/** Changes what a place is called and where it lies; its slug stays. @returns the new row version */
export const revisePlace = mutation("describe", "revise_place", placeRevisionInput, async (tx, input) => {
  const { slug, name, kind, parent, aliases, rowVersion } = input;
  const placeId = await entryAsRead(tx, "places", slug, rowVersion);
  const before = await findPlaceEntry(tx, slug);
  const parentId = parent === null ? null : (await idsBySlug(tx, "places", [parent], "parent"))(parent);
  if (parentId !== null && (await liesIn(tx, parentId, placeId)))
    throw new Refused({ kind: "invalid", fields: { parent: ["lies in this very place"] } });
  await tx
    .update(places)
    .set({ nameFr: name.fr, nameEn: name.en, kind, parentId, rowVersion: rowVersion + 1 })
    .where(eq(places.id, placeId));
  await tx.delete(placeAliases).where(eq(placeAliases.placeId, placeId));
  const named = [...new Set(aliases)].map((alias) => ({ placeId, alias }));
  if (named.length > 0) await tx.insert(placeAliases).values(named);
  const after = { ...input, rowVersion: rowVersion + 1 };
  return { value: after.rowVersion, entity: `places:${slug}`, before, after };
});

/** Whether a place is the other, or lies in it at whatever remove. */
async function liesIn(tx: Writer, id: number, other: number): Promise<boolean> {
  const [row] = await tx.execute(sql`
    with recursive around(id, parent_id) as (
      select id, parent_id from places where id = ${id}
      union select p.id, p.parent_id from places p join around on p.id = around.parent_id
    ) select exists (select from around where id = ${other}) as inside`);
  return row!.inside === true;
}
