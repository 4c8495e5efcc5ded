import { inArray } from "drizzle-orm";
import { agents } from "../schema/agents";
import { figures } from "../schema/figures";
import { metrics, units } from "../schema/metrics";
import { places } from "../schema/places";
import { sources } from "../schema/sources";
import { Refused, type Writer } from "./mutation";

const named = { agents, metrics, places, sources, units };
type Named = keyof typeof named;

/** Finds the keys behind slugs; a slug that names nothing is refused by `field`. */
export async function idsBySlug(tx: Writer, table: Named, slugs: readonly (string | null)[], field: string) {
  const wanted = [...new Set(slugs.filter((slug) => slug !== null))];
  const { id, slug } = named[table];
  const found =
    wanted.length === 0 ? [] : await tx.select({ id, slug }).from(named[table]).where(inArray(slug, wanted));
  const ids = new Map(found.map((row) => [row.slug, row.id]));
  const missing = wanted.filter((one) => !ids.has(one));
  if (missing.length > 0) throw unknown(field, table, missing);
  return (one: string): number => ids.get(one)!; // every wanted slug was found just above
}

/** Finds the keys behind public figure ids; an id that names nothing is refused by `field`. */
export async function figuresById(tx: Writer, publicIds: readonly string[], field: string) {
  const wanted = [...new Set(publicIds)];
  const found =
    wanted.length === 0 ? [] : await tx.select().from(figures).where(inArray(figures.publicId, wanted));
  const byId = new Map(found.map((row) => [row.publicId, row]));
  const missing = wanted.filter((one) => !byId.has(one));
  if (missing.length > 0) throw unknown(field, "figures", missing);
  return (one: string): typeof figures.$inferSelect => byId.get(one)!; // every wanted id was found just above
}

const unknown = (field: string, table: string, names: readonly string[]) =>
  new Refused({
    kind: "invalid",
    fields: { [field]: names.map((one) => `no such entry in ${table}: ${one}`) },
  });
