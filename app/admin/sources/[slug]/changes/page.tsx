import "@/components/admin/styles/article.css";
import "@/components/admin/styles/changes.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ChangeKeys } from "@/components/admin/changes/change-keys";
import { ChangeLine } from "@/components/admin/changes/change-line";
import { NewTextForm } from "@/components/admin/changes/new-text-form";
import { countCarryovers } from "@/db/queries/count-carryovers";
import { findArticle } from "@/db/queries/find-article";
import { listCarryovers } from "@/db/queries/list-carryovers";
import { fill, fillPlural } from "@/domain/format";
import { deskMessagesOf } from "@/messages/desk";
import { reader } from "../../../../_server/database";
import { requireEditor } from "../../../../_server/editor";
import { addVersion, seen } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: deskMessagesOf(await getLocale()).changes.title };
}

/** Who looks: an editor whose source reads differently now; must see which figures it touches, and where to paste it. */
export default async function ChangesPage({
  params,
  searchParams,
}: PageProps<"/admin/sources/[slug]/changes">) {
  const { slug } = await params;
  const { said, refused } = await searchParams;
  const [, locale, db] = [await requireEditor(), await getLocale(), await reader()];
  const [source, counts] = [await findArticle(db, slug), await countCarryovers(db, slug)];
  if (source === null || counts === null) notFound();
  const changes = await listCarryovers(db, slug);
  const { changes: words, article, reading } = deskMessagesOf(locale);
  const { version, waiting, same, changed, gone } = counts;
  const reason = reading.reason[refused as keyof typeof reading.reason];
  const told = said === "added" ? fill(words.added, { version }) : said === "unchanged" && words.unchanged;
  return (
    <>
      <header className="page-head">
        <h1>{fill(words.of, { title: source.title })}</h1>
        <p>
          <a href={`/admin/sources/${slug}`}>{words.back}</a>
        </p>
      </header>
      {(reason || told) && (
        <p className="notice" role="status">
          {reason || told}
        </p>
      )}
      <section>
        <p>
          {version === 1 ? words.first : fill(words.version, { version })}{" "}
          {version > 1 && fill(words.counts, { same, changed, gone, seen: changed + gone - waiting })}
        </p>
        {version > 1 && (
          <p className="secondary">
            {waiting === 0 ? words.empty : `${fillPlural(words.waiting, waiting, locale)}. ${words.keys}`}
          </p>
        )}
        <ol className="change-lines">
          {changes.map((change) => (
            <ChangeLine
              key={change.id}
              {...{ change, words }}
              lang={source.lang}
              seen={seen.bind(null, slug)}
            />
          ))}
        </ol>
        <ChangeKeys ids={changes.map(({ id }) => id)} />
      </section>
      <section className="new-text" aria-label={words.title}>
        <h2>{words.title}</h2>
        <NewTextForm action={addVersion.bind(null, slug)} {...{ words, article }} />
      </section>
    </>
  );
}
