import "@/components/admin/styles/objections.css";
import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { ObjectionCard } from "@/components/admin/objections/objection-card";
import { AnchorLine } from "@/components/figures/anchor-line";
import { claimWords } from "@/components/figures/claim-words";
import { findFigure } from "@/db/queries/find-figure";
import { listObjections } from "@/db/queries/list-objections";
import { claimText } from "@/domain/claim-text";
import { may } from "@/domain/permission";
import { deskMessagesOf } from "@/messages/desk";
import { newestRevision, reader } from "../../_server/database";
import { requireEditor } from "../../_server/editor";
import { answer } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: deskMessagesOf(await getLocale()).objections.title };
}

/** Who looks: a reviewer whom readers have written to; must see the sentence, what they read there, and how to answer. */
export default async function ObjectionsPage({ searchParams }: PageProps<"/admin/objections">) {
  const asked = await searchParams;
  const [editor, locale, db] = [await requireEditor(), await getLocale(), await reader()];
  if (!may(editor, "review")) return null; // the proxy has answered 403
  const words = deskMessagesOf(locale).objections;
  const after = /^[1-9]\d{0,8}$/.test(String(asked.after)) ? Number(asked.after) : null;
  const { objections, next } = await listObjections(db, { after, size: 20 });
  const revision = await newestRevision();
  const cards = await Promise.all(
    objections.map(async (objection) => ({
      objection,
      figure: await findFigure(db, objection.figureId, revision),
    })),
  );
  return (
    <>
      <header className="page-head">
        <h1>{words.title}</h1>
        <p>{words.what}</p>
        <p role="status">{asked.said === "declined" && words.said.declined}</p>
      </header>
      {objections.length === 0 && <p className="empty">{words.empty}</p>}
      {cards.map(({ objection, figure }) => (
        <ObjectionCard
          key={objection.id}
          objection={objection}
          claim={
            figure === null
              ? objection.figureId
              : claimText(figure, locale, claimWords(locale, [figure]), figure.metric.name[locale])
          }
          sentence={figure && <AnchorLine anchor={figure.anchor} words={claimWords(locale, [figure]).row} />}
          action={answer}
          locale={locale}
          words={words}
        />
      ))}
      <nav className="pager" aria-label={words.title}>
        {after !== null && <a href="/admin/objections">{words.first}</a>}
        {next !== null && <a href={`/admin/objections?after=${next}`}>{words.older}</a>}
      </nav>
    </>
  );
}
