import "@/components/admin/styles/article.css";
import "@/components/admin/styles/figure.css";
import "@/components/admin/styles/figure-form.css";
import "@/components/admin/styles/home.css";
import "@/components/admin/styles/lists.css";
import "@/components/admin/styles/review.css";
import "@/components/admin/styles/imports.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { CheckReportView } from "@/components/admin/imports/check-report";
import { ImportHead } from "@/components/admin/imports/import-head";
import { ProgressView } from "@/components/admin/imports/progress-view";
import { stepOf } from "@/components/admin/imports/steps";
import { TakeStep } from "@/components/admin/imports/take-step";
import { WorkForm } from "@/components/admin/imports/work-form";
import { readingWords } from "@/components/admin/reading/reading-words";
import { type FoundImport, findImport } from "@/db/queries/find-import";
import { fillPlural } from "@/domain/format";
import { readFailure } from "@/domain/import/failure";
import { importMessagesOf } from "@/messages/imports";
import { reader } from "../../../_server/database";
import { requireEditor } from "../../../_server/editor";
import { workOn } from "../../../_server/import-work";
import { batchFailed } from "../_server/batch-failed";
import { tableOptions } from "../_server/table-options";
import { AfterStep } from "./_steps/after-step";
import { ColumnsStep } from "./_steps/columns-step";
import { workOnTable } from "./actions";

export async function generateMetadata({ params }: PageProps<"/admin/imports/[id]">): Promise<Metadata> {
  const found = await findImport(await reader(), (await params).id);
  return { title: found?.fileName ?? importMessagesOf(await getLocale()).title };
}

/** Who looks: an editor with one table on its way in; must see the step it is at, and what to decide there. */
export default async function ImportPage({ params, searchParams }: PageProps<"/admin/imports/[id]">) {
  const { id } = await params;
  const asked = await searchParams;
  const [editor, locale, db] = [await requireEditor(), await getLocale(), await reader()];
  const found = await findImport(db, id);
  if (found === null) notFound();
  const words = importMessagesOf(locale);
  const { state, report, author, failure } = found;
  const at = workOn(id);
  const reading = state === "checking" || state === "importing" ? state : null;
  const working = at?.what ?? reading ?? (found.inHand ? "batch" : null);
  const stopped = at === null && found.silent;
  const mapping =
    working === null &&
    (state === "uploaded" || (asked.step === "columns" && state !== "imported" && state !== "undone"));
  const step = mapping ? "columns" : working === "checking" ? "check" : stepOf(state, report !== null);
  const done = working === null && failure === null;
  const only = (report?.counts.refused ?? 0) > 0 ? "valid" : "all";
  const act = workOnTable.bind(null, id);
  const href = `/admin/imports/${id}`;
  return (
    <>
      <ImportHead
        {...{ ...found, step, locale, words }}
        author={author.name}
        said={saidIn(asked, done ? found : null, words, locale)}
      />
      {stopped && reading !== null && (
        <div className="said">
          <p>{words.progress.stopped}</p>
          <WorkForm action={act} what={reading} only={only} words={words.progress.goOn} />
        </div>
      )}
      {stopped && reading === null && <p className="said">{words.progress.stoppedBatch}</p>}
      {working !== null && !stopped && (
        <ProgressView
          what={working}
          far={farOf(found, at)}
          waiting={at?.waiting ?? false}
          {...{ href, locale, words }}
        />
      )}
      {mapping && (
        <ColumnsStep
          {...{ db, found, locale }}
          options={tableOptions((name) => textIn(asked[name]), found.map)}
        />
      )}
      {working === null && !mapping && state === "failed" && (
        <section className="said" role="alert">
          <h2>{words.failed.title}</h2>
          <p>{batchFailed(readFailure(failure), locale)}</p>
          <WorkForm
            action={act}
            what={isWritten(found) ? "importing" : "checking"}
            only={only}
            words={words.failed.again}
          />
          <p>
            <a href={`${href}?step=columns`}>{words.take.columns}</a>
          </p>
        </section>
      )}
      {working === null && !mapping && state === "checked" && report !== null && (
        <TakeStep action={act} counts={report.counts} {...{ href, locale, words }} />
      )}
      {working === null && (state === "imported" || (state === "failed" && isWritten(found))) && (
        <AfterStep {...{ db, found, editor, locale }} />
      )}
      {state === "undone" && <p>{words.after.undone}</p>}
      {working === null && !mapping && report !== null && (
        <CheckReportView
          report={report}
          refusedHref={`${href}/refused.csv`}
          reading={readingWords(locale)}
          {...{ locale, words }}
        />
      )}
    </>
  );
}

/** Whether something of it was written: an import that stopped then is gone on with, not begun again. */
const isWritten = ({ figures: { draft, inReview, published, other } }: FoundImport) =>
  draft + inReview + published + other > 0;

/** How far the work is: rows read, which this process counts, or figures written, which the database does. */
const farOf = ({ done, total, state }: FoundImport, at: ReturnType<typeof workOn>) =>
  at === null || (state === "importing" && done > 0) ? { done, total } : at.far;

type Asked = Readonly<Record<string, string | string[] | undefined>>;

const textIn = (value: Asked[string]): string | null => (typeof value === "string" ? value : null);

/** What came of what was asked for, once it is done. */
function saidIn(
  asked: Asked,
  done: FoundImport | null,
  words: ReturnType<typeof importMessagesOf>,
  locale: Awaited<ReturnType<typeof getLocale>>,
): string | null {
  const { said, saved } = words;
  const { inReview = 0, published = 0 } = done?.figures ?? {};
  if (asked.asked === "submitting" && inReview > 0) return fillPlural(said.submitted, inReview, locale);
  if (asked.asked === "approving" && published > 0) return fillPlural(said.approved, published, locale);
  if (asked.asked === "undoing" && done?.state === "undone") return said.undone;
  if (asked.said === "saved") return saved;
  return asked.said === "map" ? said.map : null;
}
