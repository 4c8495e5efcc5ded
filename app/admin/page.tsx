import "@/components/admin/styles/home.css";
import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { tellingIn } from "@/components/admin/history/telling";
import { Backups, BackupTrouble } from "@/components/admin/home/backups";
import { CollectionState } from "@/components/admin/home/collection-state";
import { DraftList } from "@/components/admin/home/draft-list";
import { PrecisionLines } from "@/components/admin/home/precision";
import { RecordsSetting } from "@/components/admin/home/records-setting";
import { readBackupSettings } from "@/db/backup/settings";
import { findBackupNews } from "@/db/backup/state";
import { findDeskHome } from "@/db/queries/find-desk-home";
import { listDrafts } from "@/db/queries/list-drafts";
import { listFigureNames } from "@/db/queries/list-names";
import { fillPlural } from "@/domain/format";
import { may } from "@/domain/permission";
import { deskMessagesOf } from "@/messages/desk";
import { now, today } from "../_server/clock";
import { reader } from "../_server/database";
import { requireEditor } from "../_server/editor";
import { setRecords } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: deskMessagesOf(await getLocale()).home.title };
}

/** Who looks: an editor in the morning; must see what waits for them, and where to begin. */
export default async function HomePage() {
  const [editor, locale, db] = [await requireEditor(), await getLocale(), await reader()];
  const words = deskMessagesOf(locale).home;
  const home = await findDeskHome(db, editor.id, today());
  const { drafts, next } = await listDrafts(db, { authorId: editor.id, size: 20 });
  const names = await listFigureNames(
    db,
    drafts.map(({ figure }) => figure),
  );
  const telling = tellingIn(locale, names);
  const sentBack = drafts.filter((draft) => draft.sentBack !== null);
  const own = drafts.filter((draft) => draft.sentBack === null);
  const reviews = may(editor, "review");
  const governs = may(editor, "govern");
  const backups = { news: findBackupNews(readBackupSettings(), now()), locale, words: words.backups };
  return (
    <>
      <header className="page-head">
        <h1>{words.waiting}</h1>
        <p>
          <a className="button" href="/admin/sources/new">
            {words.new}
          </a>
        </p>
      </header>
      <div className="home">
        <div className="home-work">
          <BackupTrouble {...backups} showsWhy={governs} />
          {sentBack.length > 0 && (
            <section>
              <h2>{fillPlural(words.sentBack, sentBack.length, locale)}</h2>
              <DraftList drafts={sentBack} telling={telling} words={words} />
            </section>
          )}
          <section>
            <h2>{home.queue === 0 ? words.noQueue : fillPlural(words.queue, home.queue, locale)}</h2>
            {reviews && home.queue > 0 && <a href="/admin/review">{words.openQueue}</a>}
          </section>
          {reviews && home.objections > 0 && (
            <section>
              <h2>{fillPlural(words.objections, home.objections, locale)}</h2>
              <a href="/admin/objections">{words.openObjections}</a>
            </section>
          )}
          <section>
            <h2>
              {own.length === 0
                ? words.noDrafts
                : fillPlural(words.drafts, home.drafts.own - sentBack.length, locale)}
            </h2>
            <DraftList drafts={own} telling={telling} words={words} />
            {next !== null && <p className="secondary">{words.more}</p>}
          </section>
          {home.held > 0 && (
            <section>
              <h2>
                {fillPlural(home.records === "held" ? words.held : words.heldPublished, home.held, locale)}
              </h2>
              <p>{words.heldHint}</p>
            </section>
          )}
        </div>
        <aside className="home-state" aria-label={words.collection}>
          <h2>{words.collection}</h2>
          <p className="secondary">{fillPlural(words.everyone, home.drafts.all, locale)}</p>
          <section>
            <h3>{words.precision}</h3>
            <PrecisionLines precision={home.precision} locale={locale} words={words} />
          </section>
          <CollectionState
            bare={home.withoutFigures}
            stale={home.staleMetrics}
            carryovers={home.carryovers}
            broken={home.brokenLinks}
            locale={locale}
            words={words}
          />
          <RecordsSetting setting={home.records} action={governs ? setRecords : null} words={words.records} />
          {governs && <Backups {...backups} />}
        </aside>
      </div>
    </>
  );
}
