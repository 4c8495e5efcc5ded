import "@/components/admin/styles/article.css";
import "@/components/admin/styles/lists.css";
import "@/components/admin/styles/imports.css";
import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { ImportList } from "@/components/admin/imports/import-list";
import { PasteForm } from "@/components/admin/imports/paste-form";
import { UploadForm } from "@/components/admin/imports/upload-form";
import { listImports } from "@/db/queries/find-import";
import { importMessagesOf } from "@/messages/imports";
import { reader } from "../../_server/database";
import { requireEditor } from "../../_server/editor";
import { problemIn } from "./_server/problem-in";
import { pasteRows } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: importMessagesOf(await getLocale()).title };
}

/** Who looks: an editor with a spreadsheet somebody sent; must see where to bring it in, and what became of others. */
export default async function ImportsPage({ searchParams }: PageProps<"/admin/imports">) {
  const asked = await searchParams;
  await requireEditor();
  const [locale, db] = [await getLocale(), await reader()];
  const words = importMessagesOf(locale);
  const problem = problemIn(asked.problem, locale);
  return (
    <>
      <header className="page-head">
        <h1>{words.title}</h1>
        <p>{words.what}</p>
      </header>
      {problem && (
        <p className="said" role="alert">
          {problem}
        </p>
      )}
      <UploadForm words={words.upload} />
      <PasteForm action={pasteRows} words={words.upload} />
      <ImportList imports={await listImports(db)} locale={locale} words={words} />
    </>
  );
}
