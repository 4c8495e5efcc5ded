import { fill } from "@/domain/format";
import type { Finding } from "@/domain/validate/finding";
import { validateFigure } from "@/domain/validate/validate-figure";
import type { Desk } from "./desk-context";
import { figureOfCard, missingOf } from "./figure-of-card";
import type { CardField, Chosen, SuggestionId } from "./reading";
import { contextOf, type WorldFigure, worldFigureOfInput } from "./world";

/** What stands in the way of a card, and what is worth saying about it. */
export type CardCheck = { readonly missing: readonly CardField[]; readonly findings: readonly Finding[] };

/** A public id no figure has: a card has none before it is accepted. */
const noId = "00000000";

type Checking = Pick<Desk, "article" | "world" | "figuresOf">;

/** Holds a card against the validator, with what the browser knows around it; the server asks again. */
export function checkCard(chosen: Omit<Chosen, "id">, desk: Checking): CardCheck {
  const missing = missingOf(chosen.card);
  const figure = figureOfCard(chosen, desk.article, noId);
  if (figure === null) return { missing, findings: [] };
  const context = contextOf(figure, desk.world, desk.figuresOf(figure.metric) ?? [], desk.article);
  return { missing, findings: validateFigure(figure, context) };
}

/** Nothing missing and nothing that blocks: it can be a draft. */
export const canBeDraft = ({ missing, findings }: CardCheck): boolean =>
  missing.length === 0 && findings.every(({ severity }) => severity !== "block");

/** Not even a warning: it may be accepted among many. */
export const isClean = (check: CardCheck): boolean =>
  canBeDraft(check) && check.findings.every(({ severity }) => severity === "hint");

/** The figure that makes the same claim already, where the validator found one. */
export const twinOf = ({ findings }: CardCheck): string | null => {
  const figure = findings.find(({ rule }) => rule === "duplicate")?.data.figure;
  return typeof figure === "string" ? figure : null;
};

/**
 * Those of several cards that may be taken at once, in order: nothing missing, no warning, and no claim that one
 * before it makes already.
 */
export function cleanOf(several: readonly Chosen[], desk: Checking): SuggestionId[] {
  const taken: { metric: string; figure: WorldFigure }[] = [];
  const figuresOf = (metric: string) => [
    ...(desk.figuresOf(metric) ?? []),
    ...taken.filter((one) => one.metric === metric).map(({ figure }) => figure),
  ];
  return several.flatMap((chosen) => {
    if (!isClean(checkCard(chosen, { ...desk, figuresOf }))) return [];
    const input = figureOfCard(chosen, desk.article, `taken-${chosen.id}`);
    const figure = input && worldFigureOfInput(input);
    if (input && figure) taken.push({ metric: input.metric, figure });
    return [chosen.id];
  });
}

/** What a finding says. */
export function findingWords({ rule, data }: Finding, words: Desk["words"]): string {
  const holes = Object.entries(data).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(", ") : String(value ?? "—"),
  ]);
  return fill(words.finding[rule], Object.fromEntries(holes));
}

/** What is asked for where a field is missing. */
export function lackWords(field: CardField, words: Desk["words"]): string {
  if (field === "metric" || field === "unit" || field === "attribution") return words.lack[field];
  return field === "period" || field === "reportedOn" ? words.lack.date : words.lack.value;
}
