import type { IntakeCard } from "@/components/admin/article/intake";
import { withPrecision } from "@/components/admin/reading/edit-date";
import type { DateClaim, Localized } from "@/domain/figure";
import { fill } from "@/domain/format";
import { deskMessagesOf } from "@/messages/desk";

type Dated = Pick<IntakeCard, "published" | "day" | "precision" | "basis" | "dates">;

/** When an article was published, as its card says, with how that is known; null where it does not say. */
export function publishedClaim({ published, day, precision, basis, dates }: Dated): DateClaim | null {
  const chip = dates.find(({ value }) => value === published);
  if (chip !== undefined)
    return {
      ...oneDay(chip.day),
      basis: chip.kind === "html" ? "stated" : "computed",
      reasoning: why(chip.kind, chip.words),
    };
  if (day === "") return null;
  const { start, end } =
    precision === "day"
      ? oneDay(day)
      : withPrecision({ ...oneDay(day), basis: "stated", reasoning: null }, precision);
  return { start, end, precision, basis, reasoning: basis === "inferred" ? why("inferred", "") : null };
}

const oneDay = (day: string) => ({ start: day, end: day, precision: "day" as const });

const why = (kind: "found" | "post" | "html" | "inferred", words: string): Localized => ({
  fr: fill(deskMessagesOf("fr").article.why[kind], { words }),
  en: fill(deskMessagesOf("en").article.why[kind], { words }),
});
