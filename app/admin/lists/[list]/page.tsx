import "@/components/admin/styles/figure-form.css";
import "@/components/admin/styles/figure.css";
import "@/components/admin/styles/lists.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { EntryDesk } from "@/components/admin/lists/entry-desk";
import { ListTable } from "@/components/admin/lists/list-table";
import { listUsage } from "@/db/queries/list-usage";
import { type List, lists } from "@/domain/lists";
import { may } from "@/domain/permission";
import { deskMessagesOf } from "@/messages/desk";
import { reader } from "../../../_server/database";
import { requireEditor } from "../../../_server/editor";
import { listFields } from "../_server/list-fields";
import { merge, retire, save } from "./actions";

const listIn = (word: string): List => lists.find((one) => one === word) ?? notFound();

export async function generateMetadata({ params }: PageProps<"/admin/lists/[list]">): Promise<Metadata> {
  return { title: deskMessagesOf(await getLocale()).lists.name[listIn((await params).list)] };
}

/** Who looks: an editor who keeps the lists; must see what is in use, how much, and what may be done with it. */
export default async function ListPage({ params, searchParams }: PageProps<"/admin/lists/[list]">) {
  const list = listIn((await params).list);
  const asked = await searchParams;
  const [editor, locale, db] = [await requireEditor(), await getLocale(), await reader()];
  const words = deskMessagesOf(locale).lists;
  const entries = await listUsage(db, list);
  const entry = entries.find(({ slug }) => slug === asked.edit) ?? null;
  const adding = asked.add !== undefined;
  const form = entry !== null || adding ? await listFields(db, list, entry?.slug ?? null, locale) : null;
  const merges = (list === "agents" || list === "places") && may(editor, "merge");
  return (
    <>
      <header className="page-head">
        <h1>{words.title}</h1>
        <p>{words.what}</p>
        <nav className="list-tabs" aria-label={words.title}>
          {lists.map((one) => (
            <a key={one} href={`/admin/lists/${one}`} aria-current={one === list ? "page" : undefined}>
              {words.name[one]}
            </a>
          ))}
        </nav>
        <p role="status" className="form-said">
          {words.said[asked.said as keyof typeof words.said] ?? null}
        </p>
      </header>
      {form !== null ? (
        <EntryDesk
          {...{ list, entry, form, locale, words, entries }}
          save={save.bind(null, list, entry?.slug ?? null)}
          retire={entry && retire.bind(null, list, entry.slug, !entry.retired)}
          merge={entry && merges ? merge.bind(null, list, entry.slug) : null}
        />
      ) : (
        <>
          <p>
            <a className="button" href={`/admin/lists/${list}?add=1`}>
              {words.adding[list]}
            </a>
          </p>
          <ListTable list={list} entries={entries} locale={locale} words={words} />
        </>
      )}
    </>
  );
}
