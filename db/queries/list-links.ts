import { and, eq, or, sql } from "drizzle-orm";
import type { LinkCheck } from "@/domain/link-check";
import type { LinkKind } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { linkChecks } from "../schema/links";
import { sources } from "../schema/sources";

export type Link = { readonly sourceId: number; readonly kind: LinkKind; readonly url: string };

/** Every address of every source, those asked longest ago or never first. */
export async function listLinks(db: Reader, most: number): Promise<Link[]> {
  return db.execute<Link>(sql`
    select l.source_id as "sourceId", l.kind, l.url from (
      select id as source_id, 'original'::link_kind as kind, url from sources where url is not null
      union all select id, 'archived'::link_kind, archived_url from sources where archived_url is not null
    ) l left join link_checks c on c.source_id = l.source_id and c.kind = l.kind and c.url = l.url
    order by c.checked_at nulls first, l.source_id, l.kind limit ${most}`);
}

/** A check says something of an address only while the source still has it. */
const stillItsUrl = or(
  and(eq(linkChecks.kind, "original"), eq(linkChecks.url, sources.url)),
  and(eq(linkChecks.kind, "archived"), eq(linkChecks.url, sources.archivedUrl)),
);

/** How the addresses of a source answered when they were last asked. */
export async function listLinkChecks(db: Reader, slug: string): Promise<LinkCheck[]> {
  const rows = await db
    .select({ check: linkChecks })
    .from(linkChecks)
    .innerJoin(sources, eq(sources.id, linkChecks.sourceId))
    .where(and(eq(sources.slug, slug), stillItsUrl))
    .orderBy(linkChecks.kind);
  return rows.map(({ check }) => toCheck(check));
}

export type BrokenLink = LinkCheck & { readonly slug: string; readonly title: string };

/** Addresses under which a reader finds nothing, those broken for longest first. */
export async function listBrokenLinks(db: Reader, most: number): Promise<BrokenLink[]> {
  const rows = await db
    .select({ check: linkChecks, slug: sources.slug, title: sources.title })
    .from(linkChecks)
    .innerJoin(sources, eq(sources.id, linkChecks.sourceId))
    .where(and(sql`${linkChecks.answer} in ('gone', 'silent')`, stillItsUrl))
    .orderBy(sql`${linkChecks.lastThereAt} nulls first`, linkChecks.sourceId, linkChecks.kind)
    .limit(most);
  return rows.map(({ check, slug, title }) => ({ ...toCheck(check), slug, title }));
}

function toCheck({
  sourceId: _of,
  checkedAt,
  lastThereAt,
  ...check
}: typeof linkChecks.$inferSelect): LinkCheck {
  return { ...check, checkedAt: checkedAt.toISOString(), lastThereAt: lastThereAt?.toISOString() ?? null };
}
