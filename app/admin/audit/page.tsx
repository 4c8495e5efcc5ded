import "@/components/admin/styles/lists.css";
import "@/components/admin/styles/audit.css";
import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { AuditFilterForm } from "@/components/admin/audit/audit-filter";
import { auditHref, readAuditQuery } from "@/components/admin/audit/audit-query";
import { AuditTable } from "@/components/admin/audit/audit-table";
import { ChainCheckForm } from "@/components/admin/audit/chain-check";
import { listAuditChoices, listAuditEvents } from "@/db/queries/list-audit-events";
import { fill } from "@/domain/format";
import { may } from "@/domain/permission";
import { deskMessagesOf } from "@/messages/desk";
import { reader } from "../../_server/database";
import { requireEditor } from "../../_server/editor";
import { checkChain } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: deskMessagesOf(await getLocale()).audit.title };
}

/** Who looks: an admin who asks who did what; must see the newest writes and narrow them down. */
export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const [editor, locale, db] = [await requireEditor(), await getLocale(), await reader()];
  if (!may(editor, "read_audit")) return null; // the proxy has answered 403
  const words = deskMessagesOf(locale).audit;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams))
    for (const one of [value].flat()) if (one !== undefined) params.append(name, one);
  const { query, after, ignored } = readAuditQuery(params);
  const [{ events, next }, choices] = await Promise.all([
    listAuditEvents(db, query, { size: 50, after }),
    listAuditChoices(db),
  ]);
  const filtered = Object.keys(query).length > 0;
  return (
    <>
      <header className="page-head">
        <h1>{words.title}</h1>
        <p>{words.what}</p>
      </header>
      <ChainCheckForm action={checkChain} words={words} />
      {ignored.length > 0 && <p className="notice">{fill(words.ignored, { names: ignored.join(", ") })}</p>}
      <AuditFilterForm query={query} choices={choices} words={words} />
      <p className="audit-ways">
        <a href={auditHref("/admin/audit/export.csv", query)} download>
          {words.export}
        </a>
        {filtered && <a href="/admin/audit">{words.clear}</a>}
      </p>
      {events.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <AuditTable lines={events} locale={locale} words={words} />
      )}
      <nav className="audit-ways" aria-label={words.title}>
        {after !== null && <a href={auditHref("/admin/audit", query)}>{words.newest}</a>}
        {next !== null && <a href={auditHref("/admin/audit", query, next)}>{words.older}</a>}
      </nav>
    </>
  );
}
