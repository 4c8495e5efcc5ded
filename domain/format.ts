import type { Decimal, Figure, Unit } from "./figure";
import type { Comparator, Locale, Per, Statistic } from "./vocabulary";

/**
 * Numbers and quantities as text. Words come in as templates with `{holes}` (plain strings, so that they
 * travel to the browser as they are); only digits and separators are known here.
 */

const NARROW_SPACE = "\u202f";
const NO_BREAK_SPACE = "\u00a0";
const MINUS = "\u2212";

const plurals = new Map<Locale, Intl.PluralRules>();

function pluralRules(locale: Locale): Intl.PluralRules {
  const rules = plurals.get(locale) ?? new Intl.PluralRules(locale);
  plurals.set(locale, rules);
  return rules;
}

/** Fills the `{holes}` of a template; a hole without a value is left as it stands, so that it is seen. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** A template in the forms a count may ask for. */
export type Plural = { readonly one: string; readonly other: string };

export function fillPlural(
  forms: Plural,
  count: number,
  locale: Locale,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const form = pluralRules(locale).select(count) === "one" ? forms.one : forms.other;
  return fill(form, { count: formatDecimal(String(count), locale), ...values });
}

/** `"1400"` → `1 400` or `1,400`. Works on the digits: nothing is rounded and no decimal is lost or added. */
export function formatDecimal(value: Decimal, locale: Locale): string {
  const parts = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (!parts) throw new RangeError(`not a decimal: ${JSON.stringify(value)}`);
  const [, sign, whole = "", fraction] = parts;
  const french = locale === "fr";
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, french ? NARROW_SPACE : ",");
  const decimals = fraction === undefined ? "" : `${french ? "," : "."}${fraction}`;
  return `${sign === "-" ? MINUS : ""}${grouped}${decimals}`;
}

/** A number with its unit: `500 km²`, `20 %` in French, `20%` in English. */
export function withUnit(number: string, unit: Unit, locale: Locale): string {
  const text = unit.symbol[locale] || unit.name[locale];
  if (text === "") return number;
  if (text === "%") return `${number}${locale === "fr" ? NARROW_SPACE : ""}%`;
  return `${number}${NO_BREAK_SPACE}${text}`;
}

/** Templates around a value; each has the hole `{value}`, `between` has `{low}` and `{high}`. */
export type QuantityWords = {
  readonly about: string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly moreThan: string;
  readonly lessThan: string;
  readonly between: string;
  readonly per: Readonly<Record<Per, string>>;
  readonly statistic: Readonly<Record<Statistic, string>>;
};

export type Quantity = Pick<Figure, "value" | "low" | "high" | "comparator" | "unit" | "per" | "statistic">;

export type QuantityStyle = {
  /** `words`: "at least 50,000"; `symbols`: "≥ 50,000". */
  readonly bound?: "words" | "symbols";
  /** Whether the unit is said. */
  readonly unit?: boolean;
  /** Whether "per day" is said. */
  readonly per?: boolean;
  /** Whether "on average", "in total" is said. */
  readonly statistic?: boolean;
};

const symbols: Readonly<Record<Exclude<Comparator, "=" | "range">, string>> = {
  "~": "≈",
  "<": "<",
  "<=": "≤",
  ">": ">",
  ">=": "≥",
};

/** A value as it was bounded: "environ 20 %", "≥ 50 000 soldats", "1 500 soldats par jour"; null without any number. */
export function formatQuantity(
  quantity: Quantity,
  locale: Locale,
  words: QuantityWords,
  style: QuantityStyle = {},
): string | null {
  const bounded = boundedNumber(quantity, locale, words, style);
  if (bounded === null) return null;
  const rated =
    quantity.per && style.per !== false ? fill(words.per[quantity.per], { value: bounded }) : bounded;
  return style.statistic ? fill(words.statistic[quantity.statistic], { value: rated }) : rated;
}

function boundedNumber(
  q: Quantity,
  locale: Locale,
  words: QuantityWords,
  style: QuantityStyle,
): string | null {
  const measured = (value: Decimal) => {
    const number = formatDecimal(value, locale);
    return style.unit === false ? number : withUnit(number, q.unit, locale);
  };
  if (q.value === null) {
    if (q.low !== null && q.high !== null)
      return fill(words.between, { low: formatDecimal(q.low, locale), high: measured(q.high) });
    if (q.low !== null) return bound(">=", measured(q.low), words, style);
    if (q.high !== null) return bound("<=", measured(q.high), words, style);
    return null;
  }
  return bound(q.comparator, measured(q.value), words, style);
}

function bound(comparator: Comparator, value: string, words: QuantityWords, style: QuantityStyle): string {
  if (comparator === "=" || comparator === "range") return value;
  if (style.bound === "symbols") return `${symbols[comparator]}${NO_BREAK_SPACE}${value}`;
  const templates = {
    "~": words.about,
    "<": words.lessThan,
    "<=": words.atMost,
    ">": words.moreThan,
    ">=": words.atLeast,
  };
  return fill(templates[comparator], { value });
}
