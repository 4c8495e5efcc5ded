import { eq } from "drizzle-orm";
import { unitRevisionInput } from "@/domain/lists";
import { findUnitEntry } from "../queries/find-entry";
import { unitAliases, units } from "../schema/metrics";
import { entryAsRead } from "./entry-as-read";
import { mutation } from "./mutation";

/** Changes what a unit is called; its slug stays. @returns the new row version */
export const reviseUnit = mutation("describe", "revise_unit", unitRevisionInput, async (tx, input) => {
  const { slug, name, symbol, aliases, rowVersion } = input;
  const unitId = await entryAsRead(tx, "units", slug, rowVersion);
  const before = await findUnitEntry(tx, slug);
  await tx
    .update(units)
    .set({
      ...{ nameFr: name.fr, nameEn: name.en, symbolFr: symbol.fr, symbolEn: symbol.en },
      rowVersion: rowVersion + 1,
    })
    .where(eq(units.id, unitId));
  await tx.delete(unitAliases).where(eq(unitAliases.unitId, unitId));
  const named = [...new Set(aliases)].map((alias) => ({ unitId, alias }));
  if (named.length > 0) await tx.insert(unitAliases).values(named);
  const after = { ...input, rowVersion: rowVersion + 1 };
  return { value: after.rowVersion, entity: `units:${slug}`, before, after };
});
