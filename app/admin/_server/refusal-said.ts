import { findingWords } from "@/components/admin/reading/check-card";
import { readingWords } from "@/components/admin/reading/reading-words";
import { fill } from "@/domain/format";
import type { Refusal } from "@/domain/result";
import type { Locale } from "@/domain/vocabulary";
import { deskMessagesOf } from "@/messages/desk";

/** What the verbs say of a figure that is no longer what the page showed. */
const moved = /was not submitted|is not published|has no draft|in review already|has no revision/;

/** Why a change to a figure was refused, in the language of the desk. */
export function refusalSaid(refusal: Refusal, locale: Locale): string {
  const { refused } = deskMessagesOf(locale).history;
  switch (refusal.kind) {
    case "forbidden":
      return refusal.rule === "reviewer_is_not_the_author" ? refused.own : refused.forbidden;
    case "conflict":
      return refused.conflict;
    case "exists":
      return refused.exists;
    case "invalid":
      return invalidSaid(refusal, locale);
  }
}

function invalidSaid({ fields, findings }: Extract<Refusal, { kind: "invalid" }>, locale: Locale): string {
  const { refused } = deskMessagesOf(locale).history;
  const words = readingWords(locale);
  const found = Object.values(findings ?? {}).flat();
  const blocking = found.filter(({ severity }) => severity === "block" || severity === "hold");
  if (blocking.length > 0) return unique(blocking.map((one) => findingWords(one, words))).join(" ");
  const asked = new Set(Object.keys(fields).map((field) => field.replace(/^reasons\./, "")));
  const warned = found.filter(({ rule }) => asked.has(rule)).map((one) => findingWords(one, words));
  if (warned.length > 0) return fill(refused.reasons, { warnings: unique(warned).join(" ") });
  if (
    Object.values(fields)
      .flat()
      .some((said) => moved.test(said))
  )
    return refused.moved;
  return fill(refused.invalid, { fields: Object.keys(fields).join(", ") });
}

const unique = (list: readonly string[]) => [...new Set(list)];
