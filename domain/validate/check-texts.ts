import { changePercent } from "../change-percent";
import { decimalGap } from "../chart/decimal-gap";
import type { FigureInput } from "../inputs";
import type { ContextCheck, ValidationContext } from "./context";
import { compareDecimals } from "./decimals";
import { type Finding, finding } from "./finding";

/** "Two thirds less" said of 64 per cent is fair: words round. */
const fairPoints = "5";

/** Hints from what texts say elsewhere: the same sentence again, or a comparison of two figures. */
export const checkTexts = (input: FigureInput, context: ValidationContext): Finding[] => [
  ...checkRepeated(input, context),
  ...context.checks.flatMap((check) => checkComparison(input, check)),
];

function checkRepeated({ mentions }: FigureInput, { repeated }: ValidationContext): Finding[] {
  const again = repeated.filter((one) =>
    mentions.some((mention) => mention.sentence === one.sentence && mention.numberText === one.numberText),
  );
  const figures = [...new Set(again.map((one) => one.publicId))];
  return figures.length === 0 ? [] : [finding("repeated_sentence", "mentions.0.sentence", { figures })];
}

function checkComparison({ value }: FigureInput, check: ContextCheck): Finding[] {
  const [from, to] = check.role === "from" ? [value, check.value] : [check.value, value];
  if (from === null || to === null || compareDecimals(from, "0") === 0) return [];
  const { words, statedChangePercent, publicId: figure } = check;
  const change = changePercent(from, to);
  const agrees = compareDecimals(decimalGap(change, statedChangePercent), fairPoints) <= 0;
  return [
    finding("derived_check", "value", { words, statedChangePercent, changePercent: change, agrees, figure }),
  ];
}
