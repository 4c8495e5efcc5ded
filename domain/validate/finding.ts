import { type Rule, rules, type Severity } from "./rules";

/** What a rule found in a figure. `field` is the path of the input box at fault; the words are the interface's. */
export type Finding = {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly field: string;
  /** What the words need: numbers as decimal strings, days, public ids of other figures. */
  readonly data: FindingData;
};

export type FindingData = Readonly<Record<string, string | boolean | null | readonly string[]>>;

export const finding = (rule: Rule, field: string, data: FindingData = {}): Finding => ({
  rule,
  severity: rules[rule].severity,
  field,
  data,
});

export const blocks = (findings: readonly Finding[]): Finding[] =>
  findings.filter((one) => one.severity === "block");

/** What keeps a figure a draft, whatever reason is given. */
export const holds = (findings: readonly Finding[]): Finding[] =>
  findings.filter((one) => one.severity === "hold");

/** Why an editor goes past warnings, by rule. */
export type Reasons = Readonly<Partial<Record<string, string>>>;

/** The warnings that no reason was given for. */
export const unansweredWarnings = (findings: readonly Finding[], reasons: Reasons): Finding[] =>
  findings.filter((one) => one.severity === "warn" && !reasons[one.rule]?.trim());
