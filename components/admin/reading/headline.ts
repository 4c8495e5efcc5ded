import { formatDecimal, formatQuantity, withUnit } from "@/domain/format";
import type { Desk } from "./desk-context";
import { claimOf } from "./figure-of-card";
import type { Card } from "./reading";

const isDecimal = (value: string | null) => value === null || /^-?\d+(\.\d+)?$/.test(value);

/** A card as one claim in words: "Ukraine: at most 500 km²". */
export function headlineOf(
  card: Card,
  { world, words, locale }: Pick<Desk, "world" | "words" | "locale">,
): string {
  const claim = claimOf(card);
  const who = world.agents.find(({ slug }) => slug === claim?.agent)?.name ?? claim?.asPrinted ?? null;
  const quantity = quantityOf(card, { world, words, locale }) ?? words.none;
  return who === null ? quantity : `${who}${locale === "fr" ? "\u00a0" : ""}: ${quantity}`;
}

/** The number of a card with its bound and unit; null without a number that can be read. */
export function quantityOf(
  card: Card,
  { world, words, locale }: Pick<Desk, "world" | "words" | "locale">,
): string | null {
  const { value, low, high } = card;
  if (![value, low, high].every(isDecimal)) return null;
  const unit = world.units.find(({ slug }) => slug === card.unit);
  if (unit !== undefined) return formatQuantity({ ...card, unit }, locale, words.quantity);
  const plain = value ?? low ?? high;
  return plain === null ? null : formatDecimal(plain, locale);
}

/** A number with the unit of a metric, for the axis of the small chart. */
export function measured(
  value: string,
  unitSlug: string,
  { world, locale }: Pick<Desk, "world" | "locale">,
): string {
  const unit = world.units.find(({ slug }) => slug === unitSlug);
  const number = formatDecimal(value, locale);
  return unit === undefined ? number : withUnit(number, unit, locale);
}
