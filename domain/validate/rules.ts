/**
 * Every rule of the validator, with one plain English line. A block refuses the save; a hold lets a draft be saved, but
 * no reason takes it to readers; a warning is saved past with a reason; a hint only asks for a second look. The interface
 * has its own words, by the name of the rule.
 */
export const rules = {
  no_anchor: { severity: "block", says: "A figure stands in a sentence of a source." },
  number_not_in_sentence: { severity: "block", says: "The number is not what the sentence says there." },
  number_unreadable: { severity: "block", says: "The digits do not read as one number, nor as a range." },
  number_is_not_the_value: {
    severity: "block",
    says: "The number in the sentence is not the value, low or high as reported.",
  },
  no_metric: { severity: "block", says: "A figure measures something: choose a metric." },
  unit_not_allowed: { severity: "block", says: "The metric does not allow this unit." },
  low_above_high: { severity: "block", says: "The low is more than the high." },
  value_outside_low_and_high: { severity: "block", says: "The value lies outside its low and high." },
  range_without_ends: { severity: "block", says: "A range has a low and a high." },
  share_outside_0_and_100: { severity: "block", says: "A share lies between 0 and 100 per cent." },
  period_ends_before_it_starts: { severity: "block", says: "The period ends before it starts." },
  period_after_report: {
    severity: "block",
    says: "The period lies after the day of the report, and the value is not announced.",
  },
  no_claimant: { severity: "block", says: "Name who claims the value, or mark it unattributed." },
  claimant_and_unattributed: { severity: "block", says: "It names a claimant and is marked unattributed." },
  supersedes_itself: { severity: "block", says: "A figure does not replace itself." },

  needs_anchor: {
    severity: "hold",
    says: "It stands in a row of a dataset: it needs its sentence, or a collection that publishes such rows.",
  },

  outside_plausible_bounds: { severity: "warn", says: "Outside what is plausible for the metric." },
  far_from_neighbours: {
    severity: "warn",
    says: "More than five times, or less than a fifth of, the median of the three figures before it.",
  },
  below_earlier_total: { severity: "warn", says: "A running total is below the one before it." },
  above_later_total: { severity: "warn", says: "A running total is above the one after it." },
  duplicate: { severity: "warn", says: "Another figure makes the same claim: add a mention to it instead." },
  contradicts_claimant: {
    severity: "warn",
    says: "The same claimant gave another value for the same period.",
  },
  hearsay_confirmed: { severity: "warn", says: "Told in the conditional, yet marked confirmed." },
  report_far_from_period: { severity: "warn", says: "Reported more than 30 days away from its period." },

  derived_check: { severity: "hint", says: "A text compares this figure with another." },
  repeated_sentence: { severity: "hint", says: "Another figure stands in the same words elsewhere." },
  sides_swapped: { severity: "hint", says: "A claimant of one side speaks of the losses of the other." },
} as const satisfies Record<string, { severity: Severity; says: string }>;

export type Severity = "block" | "hold" | "warn" | "hint";
export type Rule = keyof typeof rules;
