import { type ImportRule, importRules } from "@/domain/import/rules";
import type { Rule } from "@/domain/validate/rules";
import type { ImportMessages } from "@/messages/imports";
import type { ReadingWords } from "../reading/reading-words";

/** What the validator says by a rule, of many figures at once: where it names another figure for one, without it. */
export function warningWords(rule: Rule, { warning }: ImportMessages, { finding }: ReadingWords): string {
  return rule in warning ? warning[rule as keyof typeof warning] : finding[rule];
}

/** Why rows are refused, by the importer's rule or the validator's. */
export const ruleWords = (rule: ImportRule, words: ImportMessages, reading: ReadingWords): string =>
  isOurs(rule) ? words.rule[rule] : warningWords(rule, words, reading);

const isOurs = (rule: ImportRule): rule is keyof typeof importRules => rule in importRules;
