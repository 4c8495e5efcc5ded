import type { Mask } from "../proposal";

/** A rule that masks every number inside the stretch its pattern takes; patterns run on folded text. */
export type StretchRule = Mask & {
  readonly patterns: readonly RegExp[];
  /** A second look at what was taken, as printed: months in English are "May" and "March", never "may" and "march". */
  readonly accepts?: (printed: string) => boolean;
};

const frenchMonths =
  "(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv\\.|fevr?\\.|avr\\.|juil\\.|sept\\.|oct\\.|nov\\.|dec\\.)";
const englishMonths =
  "(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)";
const day = "\\d{1,2}(?:er|st|nd|rd|th)?";
const days = `${day}(?: ?(?:-|–|/|au|a|et|ou|to|and|,|&) ?(?:le )?${day}){0,3}`;
const year = "(?:1\\d|20)\\d\\d(?![.,]?\\d)(?! \\d{3}\\b)";
const hasCapital = (printed: string) => /\p{Lu}/u.test(printed);
const weekday =
  "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)";

const every = (...sources: string[]) => sources.map((source) => new RegExp(source, "g"));

export const stretchRules: readonly StretchRule[] = [
  {
    rule: "date",
    reason: "a date",
    patterns: every(
      `\\b${days} (?:de )?${frenchMonths}(?![a-z])(?:,? ${year})?`,
      `(?<![a-z])${frenchMonths} (?:de (?:l'an )?)?${year}`,
      "\\b\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)\\d\\d\\b",
      "\\b\\d{1,2}/\\d{1,2}/\\d\\d\\b",
      "\\b(?:19|20)\\d\\d[-/.](?:0[1-9]|1[0-2])(?:[-/.]\\d{1,2})?\\b(?! ?[a-z]+s\\b)",
      `\\b${weekday} \\d{1,2}(?:er)?\\b(?![.,]?\\d)(?! ?%)(?! \\d{3}\\b)(?! (?:des|sur|of|out) )(?! [a-z]{3,}s\\b)`,
      "\\ble \\d{1,2}(?:er)?(?= ?(?:[,.;:)]|$)| (?:au|a|et|contre|pour|dans|dernier|prochain)\\b)(?![.,]\\d)",
    ),
  },
  {
    rule: "date",
    reason: "a date",
    patterns: every(
      `\\b${days} (?:of )?${englishMonths}(?![a-z])(?:,? ${year})?`,
      `\\b${englishMonths} ${day}(?: ?(?:-|–|to|and|through) ?(?:${englishMonths} )?${day})?(?![,.]?\\d)(?! ?%)(?! \\d{3}\\b)(?:,? ${year})?`,
      `\\b${englishMonths},? ${year}`,
    ),
    accepts: hasCapital,
  },
  {
    rule: "year",
    reason: "a year or a decade",
    patterns: every(
      "\\b(?:1\\d|20)\\d\\d ?[-–/] ?(?:(?:1\\d|20)\\d\\d|\\d\\d)(?![.,]?\\d)(?! ?[a-z]{3,}s\\b)",
      "\\b(?:19|20)?\\d0'?s\\b",
      "\\bannees? \\d{2,4}\\b",
    ),
  },
  {
    rule: "time",
    reason: "a time of day",
    patterns: every(
      "\\b\\d{1,2} ?h(?: ?\\d{2}\\b(?! ?[a-z]{3,}s\\b)|(?![a-z\\d]))",
      "\\b\\d{1,2}:\\d{2}(?::\\d{2})?\\b",
      "\\b\\d{1,2}(?:[.:]\\d{2})? ?(?:a\\.m\\.?|p\\.m\\.?|am\\b|pm\\b|o'clock)",
      "\\b\\d{1,2}(?:[.:h]?\\d{2})? ?(?:gmt|utc|cet|msk|heure locale|heures? (?:de|locales?|gmt))\\b",
      "\\b(?:24|7) ?/ ?(?:24|7)\\b",
      "\\b(?:24 ?(?:h|heures)|7 ?(?:j|jours)) sur (?:24|7)\\b",
    ),
  },
  {
    rule: "time",
    reason: "a time of day",
    patterns: every("\\b\\d{1,2}(?:[.:]?\\d{2})? ?est\\b"),
    accepts: (printed) => printed.endsWith("EST"),
  },
  {
    rule: "ordinal",
    reason: "a place in an order",
    patterns: every("\\b\\d+(?:er|ere|ers|eres|e|es|eme|emes|ieme|iemes|nd|nde|st|rd|th)\\b"),
  },
  {
    rule: "address",
    reason: "an address on the web",
    patterns: every(
      "https?://[^ \\n]*",
      "\\bwww\\.[^ \\n]*",
      "\\b(?:[a-z\\d-]{1,63}\\.){1,4}[a-z]{2,10}/[^ \\n]*",
      "[@#][a-z_][a-z\\d_]*",
      "(?<![a-z\\d._%+-])[a-z\\d._%+-]{1,64}@[a-z\\d.-]{1,100}",
    ),
  },
  {
    rule: "telephone",
    reason: "a telephone number",
    patterns: every("\\+\\d{1,3}(?:[ .-]?\\d{1,4}){3,6}(?![\\d,])", "\\b0\\d(?:[ .-]\\d{2}){4}\\b"),
    accepts: (printed) => printed.replace(/\D/g, "").length >= 9,
  },
  {
    rule: "identifier",
    reason: "a serial number",
    patterns: every("\\b\\d{13,}\\b", "\\b\\d{1,3}(?:\\.\\d{1,3}){3,}\\b(?!,)"),
  },
  {
    rule: "model",
    reason: "a model or a code",
    patterns: every(
      "(?<![a-z])(?!km[23]|m[23]\\b|moins-|plus-)[a-z]{1,12}-?\\d{1,4}(?:[a-z]{1,3}\\d{0,2}[a-z]{0,2})?(?:[/-]\\d{1,4}[a-z]{0,3})?(?![a-z\\d])(?![.,]\\d)(?! \\d{3}\\b)",
    ),
  },
  {
    rule: "outlet",
    reason: "part of a name",
    patterns: every("\\b(?:20|60) minutes\\b"),
    accepts: (printed) => printed.endsWith("Minutes"),
  },
  {
    rule: "outlet",
    reason: "part of a name",
    patterns: every(
      "\\b(?:france|rossiya|rossia|kanal|euronews|channel|sky|tf|bfm|rai|zdf|bbc|nrt|i|lci|kyiv|ukraine|crimea) ?-?(?:1|2|3|4|5|24)\\b(?![.,]?\\d)(?! \\d{3}\\b)(?! [a-z-]+)",
      "\\b(?:france|rossiya|rossia|kanal|euronews|channel) ?(?:1|2|3|4|5|24)\\b(?! [a-z]+s\\b)",
    ),
    accepts: hasCapital,
  },
  {
    rule: "score",
    reason: "the score of a match",
    patterns: every("(?<![\\d.,-])\\d{1,2}-\\d{1,2}(?![\\d.,-]*\\d)(?! ?[%k])"),
    accepts: (printed) => {
      const [a, b] = printed.split("-").map(Number);
      return a! >= b!; // the lower number first is a range: "10-15"
    },
  },
  {
    rule: "coordinate",
    reason: "a position or an angle",
    patterns: every(
      "\\b\\d{1,3}[.,]\\d{3,} ?°? ?[nsew]?\\b, ?-?\\d{1,3}[.,]\\d{3,}",
      "\\b\\d{1,3}(?:[.,]\\d+)? ?°(?: ?\\d{1,2}')?",
    ),
  },
  {
    rule: "list",
    reason: "the number of an item or a note",
    patterns: every("^ ?\\d{1,2}[.)](?= |$)", "\\[\\d{1,3}\\]", "\\(\\d{1,2}\\)"),
  },
];
