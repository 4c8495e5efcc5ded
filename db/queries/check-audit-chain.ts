import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Reader } from "../client";
import { auditHead } from "../schema/audit-chain";

/** What a walk along the chain of the audit found (docs/decisions/0010). */
export type ChainCheck =
  | {
      readonly sound: true;
      /** How many lines the chain has, and the newest hash: kept elsewhere, it vouches for all of them. */
      readonly lines: number;
      readonly hash: string;
      /** Whether the hash that was asked for is one of the chain's; null where none was. */
      readonly holdsKnown: boolean | null;
    }
  | {
      readonly sound: false;
      /** The first line that does not fit; null where the newest ones are gone, whose numbers nobody knows. */
      readonly seq: number | null;
      readonly why: ChainFault;
    };

/** `changed`: is not what was written there. `missing`: lines are gone before it. `unlinked`: was slipped in. */
export type ChainFault = "changed" | "missing" | "unlinked";

const start = "0".repeat(64);
const pageSize = 1000;

/** Makes every hash of the audit again, from the first line to the newest, a page at a time. */
export async function checkAuditChain(db: Reader, known: string | null = null): Promise<ChainCheck> {
  const [head] = await db.select().from(auditHead);
  if (head === undefined) return { sound: false, seq: null, why: "missing" };
  let hash = start;
  let lines = 0;
  let holdsKnown = known === start;
  for await (const link of linksUpTo(db, head.position)) {
    lines++;
    if (link.position !== lines || link.prevHash !== hash)
      return { sound: false, seq: link.seq, why: "missing" };
    if (link.content === null) return { sound: false, seq: link.seq, why: "missing" };
    const again = createHash("sha256")
      .update(hash + link.content, "utf8")
      .digest("hex");
    if (again !== link.hash) return { sound: false, seq: link.seq, why: "changed" };
    hash = again;
    holdsKnown ||= hash === known;
  }
  if (lines !== head.position || hash !== head.hash) return { sound: false, seq: null, why: "missing" };
  const unlinked = await firstUnlinked(db);
  if (unlinked !== null) return { sound: false, seq: unlinked, why: "unlinked" };
  return { sound: true, lines, hash, holdsKnown: known === null ? null : holdsKnown };
}

type Link = { position: number; seq: number; prevHash: string; hash: string; content: string | null };

async function* linksUpTo(db: Reader, last: number): AsyncGenerator<Link> {
  for (let after = 0; ; ) {
    const page = await db.execute<Link>(sql`
      select l.position::float8 as position, l.seq::float8 as seq, l.prev_hash as "prevHash", l.hash,
        case when e.seq is not null then audit_content(e) end as content
      from audit_links l left join audit_events e on e.seq = l.seq
      where l.position > ${after} and l.position <= ${last} order by l.position limit ${pageSize}`);
    yield* page;
    if (page.length < pageSize) return;
    after = page.at(-1)!.position;
  }
}

/** A line the chain knows nothing of. Lines and their links are committed together, so there is none by right. */
async function firstUnlinked(db: Reader): Promise<number | null> {
  const [row] = await db.execute<{ seq: number }>(sql`
    select e.seq::float8 as seq from audit_events e
    where not exists (select from audit_links l where l.seq = e.seq) order by e.seq limit 1`);
  return row?.seq ?? null;
}
