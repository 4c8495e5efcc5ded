import "@/components/admin/styles/article.css";
import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { ArticleIntake } from "@/components/admin/article/article-intake";
import { listDeskChoices } from "@/db/queries/list-desk-choices";
import { deskMessagesOf } from "@/messages/desk";
import { reader } from "../../../_server/database";
import { requireEditor } from "../../../_server/editor";
import { outletsOf } from "../_server/read-intake";
import { takeIn } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: deskMessagesOf(await getLocale()).article.title };
}

/** Who looks: an editor with an article on the clipboard; must see one box to paste into. */
export default async function NewArticlePage() {
  await requireEditor();
  const locale = await getLocale();
  const { article: words, changes } = deskMessagesOf(locale);
  const { agents } = await listDeskChoices(await reader());
  const outlets = outletsOf(agents).map(({ slug, name }) => ({ slug, name: name[locale] }));
  return (
    <>
      <header className="page-head">
        <h1>{words.title}</h1>
        <p>{words.what}</p>
      </header>
      <ArticleIntake action={takeIn} {...{ outlets, words, changes, locale }} />
    </>
  );
}
