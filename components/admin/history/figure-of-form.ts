import type { DateClaim } from "@/domain/figure";
import type { FigureInput } from "@/domain/inputs";
import type { DateBasis, DatePrecision, Locale } from "@/domain/vocabulary";
import { withPrecision } from "../reading/edit-date";
import { typedDecimal } from "../reading/typed-decimal";
import { boxOf } from "./box-of";
import { mentionsOfForm } from "./mentions-of-form";

/**
 * The figure a form states, as typed: what no figure may say is left for the verb to refuse by field. What the form
 * has no box for, such as where a sentence stands, is as in `base`, the figure the form was filled from. A field the
 * editor chose to take from it (`take.FIELD`) is as there too.
 */
export function figureOfForm(form: FormData, base: FigureInput, locale: Locale): FigureInput {
  const box = (name: string) => boxOf(form, name);
  const number = (name: string) => typedDecimal(box(name) ?? "", locale);
  const typed = {
    publicId: base.publicId,
    metric: box("metric") ?? "",
    subject: box("subject"),
    place: box("place"),
    value: number("value"),
    low: number("low"),
    high: number("high"),
    unit: box("unit") ?? "",
    comparator: box("comparator"),
    cue: box("cue"),
    statistic: box("statistic"),
    per: box("per"),
    modality: box("modality"),
    hearsay: form.has("hearsay"),
    period: dateOf(form, "period"),
    reportedOn: dateOf(form, "reportedOn"),
    rank: box("rank"),
    supersedes: box("supersedes"),
    note: inBoth(box("note.fr"), box("note.en")),
    unattributed: form.has("unattributed") || (base.unattributed === undefined ? undefined : false),
  } as Omit<FigureInput, "mentions">; // a word outside the closed lists is refused by the verb
  const figure = { ...typed, mentions: mentionsOfForm(form, base, typed) };
  const taken = [...form].flatMap(([name, value]) => {
    const field = /^take\.(\w+)$/.exec(name)?.[1];
    return field !== undefined && field in base && value === "theirs" ? [field as keyof FigureInput] : [];
  });
  return { ...figure, ...Object.fromEntries(taken.map((field) => [field, base[field]])) };
}

/** Words in one language stand for both: better read in one than missing in the other. */
export function inBoth(fr: string | null, en: string | null): { fr: string; en: string } | null {
  const [inFrench, inEnglish] = [fr ?? en, en ?? fr];
  return inFrench === null || inEnglish === null ? null : { fr: inFrench, en: inEnglish };
}

/** A date with its boxes made to agree: without a day it is unknown, and a month or a year ends with its last day. */
export function dateOf(form: FormData, name: string): DateClaim {
  const box = (part: string) => boxOf(form, `${name}.${part}`);
  const [start, end] = [box("start"), box("end")];
  const basis = (box("basis") ?? "unknown") as DateBasis;
  const reasoning = inBoth(box("reasoning.fr"), box("reasoning.en"));
  if (start === null) return { start, end: null, precision: "unknown", basis, reasoning };
  const asked = (box("precision") ?? "day") as DatePrecision;
  const precision = asked === "unknown" ? "day" : asked;
  const claim = { start, end: end ?? start, precision, basis, reasoning };
  return end === null ? { ...claim, end: withPrecision(claim, precision).end } : claim;
}
