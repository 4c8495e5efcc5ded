import { findUnsound } from "../backup/soundness";
import type { Database } from "../client";
import { checkAuditChain } from "../queries/check-audit-chain";

/** What does not hold of a database after a fault, in sentences; nothing where every promise was kept. */
export async function findBroken(
  { db, sql }: Pick<Database, "db" | "sql">,
  acknowledged: readonly string[],
): Promise<string[]> {
  const broken: string[] = [];
  const kept = new Set(
    (await sql<{ id: string }[]>`select public_id as id from figures where status = 'published'`).map(
      ({ id }) => id,
    ),
  );
  const lost = acknowledged.filter((id) => !kept.has(id));
  if (lost.length > 0) broken.push(`${lost.length} acknowledged figures are lost, the first is ${lost[0]}`);
  const unsound = await findUnsound(db);
  if (unsound !== null) broken.push(unsound);
  const chain = await checkAuditChain(db);
  if (!chain.sound) broken.push(`the chain of the audit does not hold (${chain.why}, ${chain.seq})`);
  // A row that an index does not know, or knows twice, shows when both ways are walked.
  for (const table of ["figures", "publications", "anchors", "audit_events"]) {
    const [byTable, byIndex] = await sql.begin(async (tx) => {
      const count = async () =>
        (await tx.unsafe<{ rows: number }[]>(`select count(*)::int as rows from ${table}`))[0]!.rows;
      await tx`set local enable_indexscan = off`;
      await tx`set local enable_indexonlyscan = off`;
      await tx`set local enable_bitmapscan = off`;
      const first = await count();
      await tx`set local enable_indexonlyscan = on`;
      await tx`set local enable_seqscan = off`;
      return [first, await count()];
    });
    if (byTable !== byIndex) broken.push(`${table}: ${byTable} rows, but ${byIndex} by an index`);
  }
  return broken;
}
