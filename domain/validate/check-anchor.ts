import type { FigureInput } from "../inputs";
import type { ValidationContext } from "./context";
import { sameDecimal } from "./decimals";
import { type Finding, finding } from "./finding";
import { isDigitsAlone, readDigits, readEnds, readPrinted } from "./printed-number";

type Mention = FigureInput["mentions"][number];

/** Every figure stands in a sentence or a row, and the number printed there is what the figure says. */
export function checkAnchors(input: FigureInput, context: ValidationContext): Finding[] {
  if (input.mentions.length === 0) return [finding("no_anchor", "mentions")];
  const found = input.mentions.flatMap((mention, index) =>
    checkMention(mention, input, context, `mentions.${index}`),
  );
  return [...found, ...checkHeld(input, context)];
}

/** A row of a dataset stands in for the sentence only where the collection says so and readers can go and look. */
function checkHeld(
  { mentions: [anchor] }: FigureInput,
  { records, addresses }: ValidationContext,
): Finding[] {
  if (anchor?.record === undefined) return [];
  const address = addresses[anchor.source] ?? null;
  if (records === "published" && address !== null) return [];
  const { source, record } = anchor;
  return [
    finding("needs_anchor", "mentions.0", {
      source,
      row: String(record),
      published: records === "published",
    }),
  ];
}

function checkMention(
  mention: Mention,
  input: FigureInput,
  { languages }: ValidationContext,
  path: string,
): Finding[] {
  const { numberText, readsAs, sentence, numberStart, numberEnd } = mention;
  const field = `${path}.numberText`;
  if (sentence.slice(numberStart, numberEnd) !== numberText)
    return [finding("number_not_in_sentence", field, { printed: numberText })];
  const language = languages[mention.source];
  if (mention.record !== undefined) {
    if (isDigitsAlone(numberText) && !readsInSomeForm(mention, input))
      return [mismatch(field, mention, readsAs, input)];
  } else if (language !== undefined) {
    const printed = readPrinted(numberText, language);
    if (printed === null && isDigitsAlone(numberText)) {
      const ends = readEnds(numberText, language);
      if (ends === null) return [finding("number_unreadable", field, { printed: numberText })];
    }
    if (printed !== null && !sameDecimal(printed, readsAs)) return [mismatch(field, mention, printed, input)];
    if (printed === null && rangesOver(numberText, input, language)) return [];
  }
  return statesReading(input, readsAs) ? [] : [mismatch(field, mention, readsAs, input)];
}

/** "Entre 500 et 600" reads as one end or none: what counts is that both ends are the figure's. */
function rangesOver(
  printed: string,
  { low, high }: FigureInput,
  language: NonNullable<ValidationContext["languages"][string]>,
): boolean {
  const ends = readEnds(printed, language);
  return ends !== null && sameDecimal(ends[0], low) && sameDecimal(ends[1], high);
}

/** A spreadsheet writes as its maker's machine was set, whatever the language of the dataset: French or English form. */
const readsInSomeForm = ({ numberText, readsAs }: Mention, input: FigureInput): boolean =>
  (["fr", "en"] as const).some((form) => {
    const printed = readDigits(numberText.replace(/^([-−+]?)(?=[.,]\d)/, "$10"), form);
    return printed === null ? rangesOver(numberText, input, form) : sameDecimal(printed, readsAs);
  });

/** As the database asks at publish: the reading is the value, low or high; words that give none go with no value. */
const statesReading = ({ value, low, high }: FigureInput, readsAs: string | null): boolean =>
  readsAs === null
    ? value === null
    : [value, low, high].some((one) => one !== null && sameDecimal(one, readsAs));

const mismatch = (field: string, mention: Mention, reading: string | null, input: FigureInput) =>
  finding("number_is_not_the_value", field, {
    printed: mention.numberText,
    reading,
    stated: [input.value, input.low, input.high].filter((one) => one !== null),
  });
