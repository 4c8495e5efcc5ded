import { ConfirmForm } from "@/components/admin/history/confirm-form";
import { tellingIn } from "@/components/admin/history/telling";
import { DraftList } from "@/components/admin/home/draft-list";
import { ImportStandingLine } from "@/components/admin/imports/import-standing";
import { SubmitForm } from "@/components/admin/imports/submit-form";
import { warningWords } from "@/components/admin/imports/warning-words";
import type { Reader } from "@/db/client";
import { countHeldDrafts } from "@/db/queries/count-held-drafts";
import type { FoundImport } from "@/db/queries/find-import";
import { findReviewSetting } from "@/db/queries/find-review-setting";
import { listImportDrafts } from "@/db/queries/list-import-drafts";
import { listFigureNames } from "@/db/queries/list-names";
import { fill, fillPlural } from "@/domain/format";
import { readFailure } from "@/domain/import/failure";
import { type Editor, may } from "@/domain/permission";
import { type Rule, rules } from "@/domain/validate/rules";
import type { Locale } from "@/domain/vocabulary";
import { deskMessagesOf } from "@/messages/desk";
import { importMessagesOf } from "@/messages/imports";
import { batchFailed } from "../../_server/batch-failed";
import { stateAfter } from "../../_server/refused-state";
import { approveBatch, submitBatch, takeBack } from "../actions";

type Props = { db: Reader; found: FoundImport; editor: Editor; locale: Locale };

/** Figures shown of a batch. */
const sample = 8;

/** What became of a table that was taken in, and what can still be done with it as a whole. */
export async function AfterStep({ db, found, editor, locale }: Props) {
  const words = importMessagesOf(locale);
  const { after } = words;
  const { publicId, figures: counts, report, rowVersion } = found;
  const held = counts.draft > 0 ? await countHeldDrafts(db, publicId) : 0;
  const reviewOff = (await findReviewSetting(db)) === "off";
  const status = counts.inReview > 0 ? "in_review" : "draft";
  const drafts = await listImportDrafts(db, {
    publicId,
    status,
    size: sample,
    spread: status === "in_review",
  });
  const names = await listFigureNames(
    db,
    drafts.map(({ figure }) => figure),
  );
  const telling = tellingIn(locale, names);
  const says = (rule: Rule) => warningWords(rule, words, telling.reading);
  const allSays = Object.fromEntries((Object.keys(rules) as Rule[]).map((rule) => [rule, says(rule)]));
  const warnings = (report?.warnings ?? []).map(({ rule, rows }) => ({
    rule,
    says: fill(after.submit.reason, { warning: says(rule), rows }),
  }));
  const failure = readFailure(found.failure);
  const written = counts.draft + counts.inReview + counts.published + counts.other > 0;
  const listed = <DraftList drafts={drafts} telling={telling} words={deskMessagesOf(locale).home} />;
  return (
    <>
      <section aria-labelledby="after-title">
        <h2 id="after-title">{after.title}</h2>
        <ImportStandingLine
          written={report && { new: report.counts.new, changed: report.counts.changed }}
          {...{ counts, locale }}
          words={after}
        />
        {found.state === "imported" && failure !== null && (
          <p className="said" role="alert">
            {batchFailed(failure, locale)}
          </p>
        )}
      </section>
      {counts.draft > 0 && found.state === "imported" && (
        <section aria-labelledby="submit-title">
          <h2 id="submit-title">{after.submit.title}</h2>
          {held > 0 && <p>{fillPlural(after.submit.held, held, locale)}</p>}
          {counts.draft > held ? (
            <>
              <p>{fillPlural(after.submit.what, counts.draft - held, locale)}</p>
              <SubmitForm
                action={submitBatch.bind(null, publicId)}
                warnings={warnings}
                before={stateAfter(failure, "submitting")}
                says={allSays}
                words={{ ...after.submit, reasons: after.reasons }}
              />
            </>
          ) : (
            <p>{after.submit.none}</p>
          )}
        </section>
      )}
      {counts.inReview > 0 && (
        <section aria-labelledby="approve-title">
          <h2 id="approve-title">{after.approve.title}</h2>
          <p>{fillPlural(after.approve.what, counts.inReview, locale)}</p>
          <p className="secondary">{after.approve.sample}</p>
          {listed}
          {!may(editor, "review") ? null : found.author.id === editor.id && !reviewOff ? (
            <p className="own-work">{after.approve.own}</p>
          ) : (
            <SubmitForm
              action={approveBatch.bind(null, publicId)}
              warnings={[]}
              before={stateAfter(failure, "approving")}
              says={allSays}
              words={{
                do: fillPlural(after.approve.do, counts.inReview, locale),
                doing: after.approve.doing,
                reasons: after.reasons,
                comment: after.approve.comment,
              }}
            />
          )}
        </section>
      )}
      {status === "draft" && drafts.length > 0 && (
        <section aria-labelledby="drafts-title">
          <h2 id="drafts-title">{after.drafts}</h2>
          {counts.draft > drafts.length && (
            <p className="secondary">{fill(after.draftsMore, { count: drafts.length })}</p>
          )}
          {listed}
        </section>
      )}
      {written && found.state !== "undone" && (
        <section className="figure-steps">
          <ConfirmForm
            action={takeBack.bind(null, publicId)}
            rowVersion={rowVersion}
            words={after.undo}
            name="undo"
          />
        </section>
      )}
    </>
  );
}
