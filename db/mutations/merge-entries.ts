import { sql } from "drizzle-orm";
import { listTables } from "./entry-as-read";
import { Refused, type Writer } from "./mutation";
import { raiseRevision } from "./publish-draft";

type Entry = { id: number; slug: string; mark: number | null; merged: boolean; retired: boolean };
type Names = { readonly from: string; readonly into: string };

/**
 * Says that one entry is another: whatever names the first means the second from now on, at a new revision of the
 * collection, since readers see it. What was merged into the first is merged on. @returns both as they were
 */
export async function mergeEntries(
  tx: Writer,
  list: "agents" | "places",
  { from, into }: Names,
): Promise<{ revision: number; from: Entry; into: Entry }> {
  const table = listTables[list];
  const revision = await raiseRevision(tx, `${from} is ${into}`); // first, as in every publish
  const mark = list === "agents" ? sql`mark` : sql`null::int`;
  const rows = await tx.execute<Entry>(sql`
    select id, slug, ${mark} as mark, merged_into_id is not null as merged, retired_at is not null as retired
    from ${table} where slug in (${from}, ${into}) order by id for update`);
  const found = (slug: string, field: keyof Names): Entry => {
    const entry = rows.find((row) => row.slug === slug);
    if (entry === undefined) throw refusedBy(field, `no such entry in ${list}: ${slug}`);
    if (entry.merged) throw refusedBy(field, `${slug} is merged already`);
    return entry;
  };
  const [gone, heir] = [found(from, "from"), found(into, "into")];
  if (gone.id === heir.id) throw refusedBy("into", "must be another entry");
  if (heir.retired) throw refusedBy("into", `${into} is retired`);
  await tx.execute(sql`update ${table} set merged_into_id = ${heir.id} where merged_into_id = ${gone.id}`);
  await tx.execute(
    sql`update ${table} set merged_into_id = ${heir.id}, row_version = row_version + 1 where id = ${gone.id}`,
  );
  return { revision, from: gone, into: heir };
}

const refusedBy = (field: string, words: string) =>
  new Refused({ kind: "invalid", fields: { [field]: [words] } });
