import type { FigureInput } from "../inputs";
import { checkAnchors } from "./check-anchor";
import { checkClaimant } from "./check-claimant";
import { checkDates } from "./check-dates";
import { checkSeries } from "./check-series";
import { checkTexts } from "./check-texts";
import { checkValue } from "./check-value";
import type { ValidationContext } from "./context";
import type { Finding } from "./finding";

const checks = [checkAnchors, checkValue, checkDates, checkClaimant, checkSeries, checkTexts];

/**
 * What is wrong, strange or worth a second look in a figure: the one validator behind form, suggestion, import and
 * API. Pure: `context` is what the collection knows around the figure.
 */
export const validateFigure = (input: FigureInput, context: ValidationContext): Finding[] =>
  checks.flatMap((check) => check(input, context));
