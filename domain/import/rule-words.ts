import { rules } from "../validate/rules";
import { type ImportRule, importRules } from "./rules";

/** What a rule of the importer or of the validator says, in one plain English line. */
export const ruleWords = (rule: ImportRule): string =>
  rule in importRules
    ? importRules[rule as keyof typeof importRules]
    : rules[rule as keyof typeof rules].says;
