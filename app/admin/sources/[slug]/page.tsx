import "@/components/charts/marks.css";
import "@/components/admin/styles/reading.css";
import "@/components/admin/styles/card.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { DatasetNote } from "@/components/admin/article/dataset-note";
import { ReadingView } from "@/components/admin/reading/reading-view";
import { readingWords } from "@/components/admin/reading/reading-words";
import { countCarryovers } from "@/db/queries/count-carryovers";
import { findArticle } from "@/db/queries/find-article";
import { fillPlural } from "@/domain/format";
import { deskMessagesOf } from "@/messages/desk";
import { reader } from "../../../_server/database";
import { requireEditor } from "../../../_server/editor";
import { readingProps } from "../_server/reading-props";
import { createAgent, decide, decideForm, drafts, figuresOf, submit } from "./actions";

export async function generateMetadata({ params }: PageProps<"/admin/sources/[slug]">): Promise<Metadata> {
  return { title: (await findArticle(await reader(), (await params).slug))?.title };
}

/** Who looks: an editor turning sentences into figures, one key press each; must see the text with its numbers marked. */
export default async function ReadingPage({ params, searchParams }: PageProps<"/admin/sources/[slug]">) {
  const { slug } = await params;
  const { known, refused } = await searchParams;
  const [editor, locale, db] = [await requireEditor(), await getLocale(), await reader()];
  const source = await findArticle(db, slug);
  if (source?.version.extent === "records")
    return <DatasetNote dataset={source} locale={locale} words={deskMessagesOf(locale).article.dataset} />;
  const props = await readingProps(db, slug, locale);
  if (props === null) notFound();
  const { article, reading, changes } = deskMessagesOf(locale);
  const waiting = (await countCarryovers(db, slug))?.waiting ?? 0; // the source is there: it was read above
  const reason = reading.reason[refused as keyof typeof reading.reason];
  return (
    <>
      {known !== undefined && <p className="notice">{article.known}</p>}
      {reason && <p className="notice">{reason}</p>}
      <p className="secondary">
        <a href={`/admin/sources/${slug}/changes`}>
          {waiting === 0 ? changes.title : fillPlural(changes.waiting, waiting, locale)}
        </a>
      </p>
      <ReadingView
        {...props}
        editor={editor.id}
        locale={locale}
        words={readingWords(locale)}
        server={{
          decide: decide.bind(null, slug),
          figuresOf,
          createAgent,
          drafts: drafts.bind(null, slug),
          submit,
        }}
        formAction={decideForm}
      />
    </>
  );
}
