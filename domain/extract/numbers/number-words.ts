import type { ReadingLanguage } from "../proposal";

/** Words that are numbers, in folded form ("zero" for "zéro"). The grammar that joins them is in `read-words.ts`. */
export type NumberWords = {
  readonly units: ReadonlyMap<string, number>;
  readonly tens: ReadonlyMap<string, number>;
  readonly hundreds: ReadonlySet<string>;
  /** Powers of ten, by their exponent. */
  readonly scales: ReadonlyMap<string, number>;
};

const counted = (words: string, from: number, step = 1) =>
  words.split(" ").map((word, index) => [word, from + index * step] as const);

const fr: NumberWords = {
  units: new Map([
    ...counted(
      "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
      0,
    ),
    ["une", 1],
  ]),
  tens: new Map([
    ...counted("vingt trente quarante cinquante soixante septante huitante nonante", 20, 10),
    ["octante", 80],
  ]),
  hundreds: new Set(["cent", "cents"]),
  scales: new Map([
    ["mille", 3],
    ["mil", 3],
    ["million", 6],
    ["millions", 6],
    ["milliard", 9],
    ["milliards", 9],
    ["billion", 12],
    ["billions", 12],
  ]),
};

const en: NumberWords = {
  units: new Map([
    ...counted(
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
      0,
    ),
    ...counted("sixteen seventeen eighteen nineteen", 16),
    ["nought", 0],
    ["naught", 0],
  ]),
  tens: new Map([
    ...counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    ["fourty", 40],
  ]),
  hundreds: new Set(["hundred"]),
  scales: new Map([
    ["thousand", 3],
    ["million", 6],
    ["billion", 9],
    ["trillion", 12],
  ]),
};

export const numberWords: Readonly<Record<ReadingLanguage, NumberWords>> = { fr, en };

/**
 * What may stand after a number in digits: "6,5 millions", "1.2bn", "50k". As printed, since "M" is a million and "m" a
 * metre; those of one letter or two may be glued to it.
 */
export const scaleSuffixes: Readonly<Record<ReadingLanguage, ReadonlyMap<string, number>>> = {
  fr: new Map([
    ...["mille", "k", "K"].map((word) => [word, 3] as const),
    ...["million", "millions", "mln", "mio", "M"].map((word) => [word, 6] as const),
    ...["milliard", "milliards", "Md", "Mds", "mds", "mrd", "mlrd"].map((word) => [word, 9] as const),
    ...["billion", "billions"].map((word) => [word, 12] as const),
  ]),
  en: new Map([
    ["hundred", 2],
    ...["thousand", "thousands", "k", "K"].map((word) => [word, 3] as const),
    ...["million", "millions", "mln", "mn", "M"].map((word) => [word, 6] as const),
    ...["billion", "billions", "bn", "bln"].map((word) => [word, 9] as const),
    ...["trillion", "trillions", "tn"].map((word) => [word, 12] as const),
  ]),
};
