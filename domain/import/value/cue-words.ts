import { cuesAfter, cuesBefore } from "../../extract/numbers/cues";
import type { Comparator } from "../../vocabulary";

/** Signs and short forms that tables use and running text does not; folded. */
const short: Readonly<Record<string, Comparator>> = {
  ...{ "=": "=", "~": "~", "≈": "~", "<": "<", "<=": "<=", "=<": "<=", "≤": "<=", "⩽": "<=" },
  ...{ ">": ">", ">=": ">=", "=>": ">=", "≥": ">=", "⩾": ">=", "+": ">=", "+/-": "~", "±": "~" },
  ...{
    c: "~",
    "c.": "~",
    ca: "~",
    "ca.": "~",
    approx: "~",
    "approx.": "~",
    env: "~",
    "env.": "~",
    est: "~",
    "est.": "~",
  },
  ...{ min: ">=", "min.": ">=", max: "<=", "max.": "<=" },
};

/** What a cell of its own may say of the number, besides the words that stand before or after one. */
const alone: Readonly<Record<string, Comparator>> = {
  ...{
    "": "=",
    exact: "=",
    egal: "=",
    equal: "=",
    equals: "=",
    is: "=",
    precise: "=",
    point: "=",
    "==": "=",
  },
  ...{ approximate: "~", approximatif: "~", estimate: "~", estimation: "~", rough: "~" },
  ...{ "lower bound": ">=", "borne basse": ">=", "upper bound": "<=", "borne haute": "<=" },
  ...{ greater: ">", less: "<", superieur: ">", inferieur: "<", more: ">", plus: ">", moins: "<" },
  ...{
    "greater or equal": ">=",
    "less or equal": "<=",
    "superieur ou egal": ">=",
    "inferieur ou egal": "<=",
  },
  ...{
    range: "range",
    fourchette: "range",
    intervalle: "range",
    interval: "range",
    entre: "range",
    between: "range",
  },
};

const table = (cues: typeof cuesBefore | typeof cuesAfter) =>
  Object.values(cues).flatMap((byComparator) =>
    Object.entries(byComparator).flatMap(([comparator, phrases]) =>
      phrases.flatMap((words) =>
        (words.endsWith(" de") ? [words, `${words.slice(0, -2)}d'`] : [words]).map(
          (one) => [one, comparator as Comparator] as const, // the keys of the tables are comparators
        ),
      ),
    ),
  );

const before = new Map([...table(cuesBefore), ...Object.entries(short)]);
const after = new Map([...table(cuesAfter), ...Object.entries(short)]);
const inCell = new Map([
  ...table(cuesBefore),
  ...table(cuesAfter),
  ...Object.entries({ ...short, ...alone }),
]);
inCell.set("+", "=").set("+/-", "~");

/** What folded words before, or after, a number say of it; undefined for words that say nothing we know. */
export const cueBefore = (words: string): Comparator | undefined => before.get(words);
export const cueAfter = (words: string): Comparator | undefined => after.get(words);
/** What a folded cell of a comparator column says. */
export const cueInCell = (words: string): Comparator | undefined => inCell.get(words);
