import { notFound } from "next/navigation";
import { boxOf } from "@/components/admin/history/box-of";
import type { FigureFormState } from "@/components/admin/history/figure-form-state";
import { figureOfForm } from "@/components/admin/history/figure-of-form";
import { articleIn, withSentence } from "@/components/admin/history/found-sentence";
import { twoClaimants } from "@/components/admin/history/mentions-of-form";
import type { Db } from "@/db/client";
import { reviseFigure } from "@/db/mutations/revise-figure";
import { submitFigures } from "@/db/mutations/submit-figures";
import { findArticle } from "@/db/queries/find-article";
import { findFigureStanding } from "@/db/queries/find-figure-standing";
import { type FigureInput, figureInput } from "@/domain/inputs";
import { diffFigures } from "@/domain/merge-drafts";
import type { Editor } from "@/domain/permission";
import type { Refusal } from "@/domain/result";
import type { Locale } from "@/domain/vocabulary";
import { deskMessagesOf } from "@/messages/desk";
import { reasonsIn } from "../../_server/reasons-in";
import { refusalSaid } from "../../_server/refusal-said";
import { formOfFigure } from "./form-of-figure";
import { mergedForm } from "./merged-form";

export type Saving = {
  readonly db: Db;
  readonly editor: Editor;
  readonly locale: Locale;
  readonly publicId: string;
};

/** What was posted, with what it was filled from. */
export type Posted = {
  readonly state: FigureFormState;
  readonly mine: FigureInput;
};

/**
 * Saves the form of a figure as a draft and, where asked, hands it to review. @returns the form as it then stands, or
 * "submitted"
 */
export async function saveForm(
  saving: Saving,
  tries: number,
  form: FormData,
): Promise<FigureFormState | "submitted"> {
  const { history } = deskMessagesOf(saving.locale);
  const base = baseOf(form, saving.publicId);
  if (base === null) return openedAnew(saving, tries);
  const typed = postedForm(saving, tries, form, base);
  const mine = await withFound(saving.db, typed.mine, form);
  if (mine === null) return problem(typed.state, history.problems, "", { found: history.found.problem });
  const posted = { mine, state: { ...typed.state, figure: mine } };
  if (twoClaimants(posted.mine))
    return problem(posted.state, history.problems, "", { mentions: history.refused.twoClaimants });
  const standing = await findFigureStanding(saving.db, saving.publicId);
  const changes = diffFigures(base, posted.mine).length > 0;
  const asksSubmit = form.get("verb") === "submit";
  if (!changes && !(asksSubmit && standing?.hasDraft))
    return { ...posted.state, said: history.said.unchanged };
  const rowVersion = changes ? await revise(saving, posted) : posted.state.rowVersion;
  if (typeof rowVersion !== "number") return rowVersion;
  if (asksSubmit) return submit(saving, posted, rowVersion);
  const fresh = await formOfFigure(saving.db, saving.publicId);
  if (fresh === null) return problem(posted.state, history.problems, history.merge.gone);
  return { ...fresh, tries: posted.state.tries, reasons: posted.state.reasons, said: history.said.saved };
}

/** The form as it stands, where what was posted was filled from no figure, or another: only by hand. */
async function openedAnew({ db, publicId, locale }: Saving, tries: number): Promise<FigureFormState> {
  const { history } = deskMessagesOf(locale);
  const fresh = (await formOfFigure(db, publicId)) ?? notFound();
  return problem({ ...fresh, tries: tries + 1 }, history.problems, history.refused.moved);
}

/** The figure with the sentence that the form gives it, if any; null where no article holds it. */
async function withFound(db: Db, figure: FigureInput, form: FormData): Promise<FigureInput | null> {
  const [source, sentence, number] = ["source", "sentence", "number"].map(
    (box) => boxOf(form, `found.${box}`) ?? "",
  ) as [string, string, string];
  if (source + sentence + number === "") return figure;
  const article = await findArticle(db, articleIn(source));
  if (article === null || article.version.extent === "records") return null;
  const { slug, lang, version } = article;
  return withSentence(figure, { slug, lang, version: version.number, text: version.text }, sentence, number);
}

function postedForm({ locale }: Saving, tries: number, form: FormData, base: FigureInput): Posted {
  const mine = figureOfForm(form, base, locale);
  const rowVersion = Number(form.get("rowVersion"));
  const change = form.get("change") === "correction" ? "correction" : "revision";
  const blank = { findings: [], fields: {}, said: null, problem: null, merge: null };
  const changeReason = boxOf(form, "changeReason") ?? "";
  const reasons = reasonsIn(form);
  return {
    mine,
    state: { ...blank, tries: tries + 1, figure: mine, base, rowVersion, change, changeReason, reasons },
  };
}

async function revise(saving: Saving, posted: Posted): Promise<number | FigureFormState> {
  const { db, editor, locale } = saving;
  const { history } = deskMessagesOf(locale);
  const { mine, state } = posted;
  const { rowVersion, change } = state;
  const seen = (await findFigureStanding(db, saving.publicId))?.seen === true;
  const changeReason = state.changeReason || (seen ? "" : history.changeDefault);
  const made = await reviseFigure(db, editor, { ...mine, rowVersion, change, changeReason });
  return made.ok ? made.value : refusedForm(saving, posted, made.refusal, history.problems);
}

async function submit(
  saving: Saving,
  posted: Posted,
  rowVersion: number,
): Promise<FigureFormState | "submitted"> {
  const { db, editor, publicId, locale } = saving;
  const { reasons } = posted.state;
  const made = await submitFigures(db, editor, { figures: [{ publicId, rowVersion, reasons }] });
  if (made.ok) return "submitted";
  const { history } = deskMessagesOf(locale);
  const stands = { ...posted.state, base: posted.mine, rowVersion };
  return refusedForm(saving, { ...posted, state: stands }, made.refusal, history.notSubmitted);
}

async function refusedForm(
  saving: Saving,
  { mine, state }: Posted,
  refusal: Refusal,
  title: string,
): Promise<FigureFormState> {
  const { history } = deskMessagesOf(saving.locale);
  if (refusal.kind === "conflict") {
    if (refusal.current === undefined) return problem(state, title, history.merge.gone);
    return mergedForm(saving, { mine, state }, refusal.current);
  }
  const text = refusalSaid(refusal, saving.locale);
  if (refusal.kind !== "invalid") return problem(state, title, text);
  const findings = Object.values(refusal.findings ?? {}).flat();
  if (findings.length > 0) return { ...problem(state, title, text), findings };
  const fields = Object.fromEntries(
    Object.keys(refusal.fields).map((field) => [
      field,
      fieldSaid(field, refusal.fields[field], saving.locale),
    ]),
  );
  return problem(state, title, text, fields);
}

/** The words of the schema are English; a box left empty is the usual case and has words of its own. */
function fieldSaid(field: string, said: readonly string[] | undefined, locale: Locale): string {
  const { history, reading } = deskMessagesOf(locale);
  if (/^(value|low|high)$/.test(field)) return reading.lack.value;
  if (/^(period|reportedOn)/.test(field)) return reading.lack.date;
  if (field === "supersedes") return history.fieldHint.supersedes;
  return field === "changeReason" || field === "note" ? history.refused.required : (said?.join(" ") ?? "");
}

const problem = (
  state: FigureFormState,
  title: string,
  text: string,
  fields: FigureFormState["fields"] = {},
): FigureFormState => ({ ...state, fields, said: null, problem: { title: `${title}.`, text } });

/** What the form says it was filled from; null where that is no figure, or another. */
function baseOf(form: FormData, publicId: string): FigureInput | null {
  try {
    const base = figureInput.parse(JSON.parse(String(form.get("base"))));
    return base.publicId === publicId ? base : null;
  } catch {
    return null; // a form filled in by hand: the page is to be opened anew
  }
}
