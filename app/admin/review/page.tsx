import "@/components/admin/styles/figure.css";
import "@/components/admin/styles/review.css";
import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { tellingIn } from "@/components/admin/history/telling";
import { BatchForm } from "@/components/admin/review/batch-form";
import { QueueKeys } from "@/components/admin/review/queue-keys";
import { ReviewCard } from "@/components/admin/review/review-card";
import { findReviewSetting } from "@/db/queries/find-review-setting";
import { listFigureNames } from "@/db/queries/list-names";
import { listReviewQueue } from "@/db/queries/list-review-queue";
import { fillPlural } from "@/domain/format";
import { deskMessagesOf } from "@/messages/desk";
import { reader } from "../../_server/database";
import { requireEditor } from "../../_server/editor";
import { cursorIn, hrefOfNext } from "./_server/cursor";
import { approve, sendBack } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: deskMessagesOf(await getLocale()).review.title };
}

/** Who looks: a reviewer, one after the other; must see the sentence, what is claimed, what changed, what was warned. */
export default async function ReviewPage({ searchParams }: PageProps<"/admin/review">) {
  const asked = await searchParams;
  const [editor, locale, db] = [await requireEditor(), await getLocale(), await reader()];
  const words = deskMessagesOf(locale).review;
  const after = cursorIn(asked);
  const { drafts, next } = await listReviewQueue(db, { after, size: 20 });
  const off = (await findReviewSetting(db)) === "off";
  const names = await listFigureNames(
    db,
    drafts.map(({ figure }) => figure),
  );
  const telling = tellingIn(locale, names);
  const approved = Number(asked.approved) || 0;
  const said =
    approved > 0
      ? fillPlural(words.said.approved, approved, locale)
      : asked["sent-back"]
        ? words.said.sentBack
        : null;
  const count = fillPlural(words.count, drafts.length, locale);
  return (
    <>
      <header className="page-head">
        <h1>{words.title}</h1>
        <p>{words.what}</p>
        <p role="status" className="review-said">
          {said}
        </p>
      </header>
      {off && <p className="notice">{words.reviewOff}</p>}
      {drafts.length === 0 ? (
        <p className="empty">{words.empty}</p>
      ) : (
        <p className="secondary">
          {next === null ? `${count}. ` : null}
          <span className="key-line">{words.keys}</span>
        </p>
      )}
      {drafts.map((draft) => (
        <ReviewCard
          key={draft.publicId}
          draft={draft}
          telling={telling}
          words={words}
          own={draft.author.id === editor.id && !off}
          approve={approve}
          sendBack={sendBack}
        />
      ))}
      {drafts.length > 1 && (
        <BatchForm action={approve} words={{ batch: words.batch, meaning: words.batchMeaning }} />
      )}
      <nav className="pager" aria-label={words.title}>
        {after !== null && <a href="/admin/review">{words.first}</a>}
        {next !== null && <a href={hrefOfNext(next)}>{words.older}</a>}
      </nav>
      <QueueKeys ids={drafts.map(({ publicId }) => publicId)} words={words.help} />
    </>
  );
}
