import type { DateChip, Intake, IntakeProblem } from "@/components/admin/article/intake";
import type { Reader } from "@/db/client";
import { findLexicon } from "@/db/queries/find-lexicon";
import { listDeskChoices } from "@/db/queries/list-desk-choices";
import { defaultThreshold } from "@/domain/extract/numbers/score";
import type { Pasted } from "@/domain/extract/read-article";
import type { Agent } from "@/domain/figure";
import { type DatedReading, readArticleApart } from "../../../_server/read-article";

/** Reads what was pasted, dropped or typed; what could not be read comes back with the reason and still in the box. */
export async function readIntake(db: Reader, form: FormData): Promise<Intake> {
  const typed = String(form.get("text") ?? "");
  const pasted = await pastedOf(form);
  const problem = (kind: IntakeProblem): Intake => ({ step: "paste", text: typed, problem: kind });
  if (pasted === null) return problem("file");
  if (pasted.text.trim() === "") return problem("no_text");
  const read = await readArticleApart(pasted, await findLexicon(db));
  if (!read.ok) return problem(read.refusal.kind);
  const { agents } = await listDeskChoices(db);
  return { step: "card", card: cardOf(read.value, outletsOf(agents)), problems: {} };
}

export const outletsOf = (agents: readonly Agent[]) => agents.filter(({ kind }) => kind === "outlet");

/** The file where one was given, else the HTML of the clipboard, else the text. Null for a file of another kind. */
export async function pastedOf(form: FormData): Promise<Pasted | null> {
  const file = form.get("file");
  if (file instanceof File && file.size > 0) {
    if (!/\.(txt|html?)$/i.test(file.name)) return null;
    return { text: decode(await file.arrayBuffer()), html: /\.html?$/i.test(file.name) };
  }
  const html = String(form.get("html") ?? "");
  return html.trim() === ""
    ? { text: String(form.get("text") ?? ""), html: false }
    : { text: html, html: true };
}

/** UTF-8, or what older programs save where it is not. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function cardOf(
  { text, language, about, proposals, reportedOn, dates }: DatedReading,
  outlets: readonly Agent[],
) {
  const name = about?.publisher ?? "";
  const known = outlets.find((outlet) => sameName(outlet.name.fr, name) || sameName(outlet.name.en, name));
  const chips = chipsOf(reportedOn, dates);
  const [first] = chips;
  const title = about?.title ? { title: about.title, titleOurs: false } : firstWords(text);
  return {
    text,
    language,
    ...title,
    publisher: known?.slug ?? "",
    publisherNew: known ? "" : name,
    author: about?.author ?? "",
    url: about?.url ?? "",
    published: first?.kind === "html" ? first.value : "",
    day: "",
    precision: "day",
    basis: "stated",
    dates: chips,
    guessed: [
      "title",
      "language",
      ...(name ? ["publisher"] : []),
      ...(about?.author ? ["author"] : []),
      ...(about?.url ? ["url"] : []),
      "published",
    ],
    numbers: proposals.filter(({ mask, score }) => mask === null && score >= defaultThreshold).length,
  } as const;
}

const sameName = (a: string, b: string) =>
  b !== "" && a.localeCompare(b, "en", { sensitivity: "base" }) === 0;

/** A headline is the first line, where that is short enough for one; else the first words are offered as ours. */
function firstWords(text: string): { title: string; titleOurs: boolean } {
  const line = text.trimStart().split("\n", 1)[0]!.trim();
  if (line.length <= 160) return { title: line, titleOurs: false };
  return { title: `${line.slice(0, 90).replace(/\s+\S*$/, "")}…`, titleOurs: true };
}

function chipsOf(reportedOn: string | null, dates: DatedReading["dates"]): DateChip[] {
  const html: DateChip[] =
    reportedOn === null ? [] : [{ kind: "html", words: "", day: reportedOn, value: `html ${reportedOn}` }];
  const others = dates.filter(({ day }) => day !== reportedOn);
  return [...html, ...others.map((date) => ({ ...date, value: `${date.kind} ${date.day} ${date.words}` }))];
}
