import { eq, sql } from "drizzle-orm";
import { metricRevisionInput } from "@/domain/lists";
import { wrongMetric } from "@/domain/wrong-metric";
import { findMetricEntry } from "../queries/find-entry";
import { metrics, metricUnits } from "../schema/metrics";
import { entryAsRead } from "./entry-as-read";
import { idsBySlug } from "./ids";
import { mutation, Refused, type Writer } from "./mutation";

/**
 * Changes a metric; its slug stays. Refused where it would no longer allow a unit that its figures are stated in, or
 * be of another kind than its figures were entered as. @returns the new row version
 */
export const reviseMetric = mutation("describe", "revise_metric", metricRevisionInput, async (tx, input) => {
  const { slug, name, definition, unit, allowedUnits, rowVersion, ...rest } = input;
  const metricId = await entryAsRead(tx, "metrics", slug, rowVersion);
  const before = (await findMetricEntry(tx, slug))!; // held just now
  const unitId = await idsBySlug(tx, "units", [unit, ...allowedUnits], "unit");
  const [wrong] = wrongMetric(input);
  if (wrong !== undefined) throw refusedBy(wrong.field, wrong.message);
  const inUse = await unitsInUse(tx, metricId);
  const missed = inUse.filter((one) => !allowedUnits.includes(one));
  if (missed.length > 0) throw refusedBy("allowedUnits", `figures are stated in ${missed.join(", ")}`);
  if (inUse.length > 0 && rest.kind !== before.kind)
    throw refusedBy("kind", `figures were entered as a ${before.kind}`);
  await tx
    .update(metrics)
    .set({
      ...rest,
      ...{ nameFr: name.fr, nameEn: name.en, definitionFr: definition.fr, definitionEn: definition.en },
      unitId: unitId(unit),
      rowVersion: rowVersion + 1,
    })
    .where(eq(metrics.id, metricId));
  await tx.delete(metricUnits).where(eq(metricUnits.metricId, metricId));
  const allowed = [...new Set(allowedUnits)].map((one) => ({ metricId, unitId: unitId(one) }));
  await tx.insert(metricUnits).values(allowed);
  const after = { ...input, rowVersion: rowVersion + 1 };
  return { value: after.rowVersion, entity: `metrics:${slug}`, before, after };
});

/** The units that figures of a metric are or were stated in. */
async function unitsInUse(tx: Writer, metricId: number): Promise<string[]> {
  const rows = await tx.execute<{ slug: string }>(sql`
    select distinct units.slug from figure_revisions join units on units.id = unit_id
    where metric_id = ${metricId} order by 1`);
  return rows.map(({ slug }) => slug);
}

const refusedBy = (field: string, words: string) =>
  new Refused({ kind: "invalid", fields: { [field]: [words] } });
