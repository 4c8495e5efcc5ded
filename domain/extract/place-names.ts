import { type Named, type NameFound, namesAmong, type Token, tokensOf } from "./lexicon-match";

const links: ReadonlySet<string> = new Set(["de", "d'", "du", "des", "of"]);
/** What is beside a place is not in it. */
const beside = /^(?:voisin|proche|limitroph|frontali|adjacent|neighbo)/;

/** Whether a word stands between a name's first word and the link to its second: "russe" in "région russe de Koursk". */
const isBetween = (tokens: readonly Token[], at: number): boolean =>
  at > 0 &&
  !tokens[at]!.capital &&
  /^\p{L}+$/u.test(tokens[at]!.word) &&
  !beside.test(tokens[at]!.word) &&
  links.has(tokens[at + 1]?.word ?? "");

/** Where a text prints names of places, in reading order, as it does also with one adjective within the name. */
export function findPlaces(text: string, places: readonly Named[]): NameFound[] {
  const tokens = tokensOf(text);
  const whole = namesAmong(tokens, places);
  const bare = namesAmong(
    tokens.filter((_, at) => !isBetween(tokens, at)),
    places,
  );
  const more = bare.filter(({ start, end }) => !whole.some((one) => one.start < end && start < one.end));
  return [...whole, ...more].sort((a, b) => a.start - b.start);
}
