import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { figureColumns } from "@/domain/figure-columns";
import { filterNames, sortKeys } from "@/domain/figure-query";
import {
  attributionRoles,
  comparators,
  dateBases,
  datePrecisions,
  languages,
  locales,
  metricGroups,
  metricKinds,
  modalities,
  pers,
  ranks,
  statistics,
  statuses,
} from "@/domain/vocabulary";
import { messagesOf } from "./messages";
import { problemWords } from "./problem-words";
import { refusalWords } from "./refusal-words";

type Tree = { readonly [key: string]: string | Tree };

/** Every message with its path. */
function leaves(tree: Tree, path: readonly string[] = []): [path: string, words: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[[...path, key].join("."), value]] : leaves(value, [...path, key]),
  );
}

const messages = { fr: messagesOf("fr") as Tree, en: messagesOf("en") as Tree };
const byPath = { fr: new Map(leaves(messages.fr)), en: new Map(leaves(messages.en)) };

/** The arguments of a message, each with the form it asks for: `count`, or `count, plural` where it is counted. */
function argumentsOf(words: string): string[] {
  const found = new Set<string>();
  let depth = 0;
  for (const [index, char] of [...words].entries()) {
    if (char === "}") depth--;
    // An argument opens at every other depth; in between are the words of its cases.
    if (char === "{" && ++depth % 2 === 1) {
      const [, name, form] = /^(\w+)(?:, (\w+))?/.exec([...words].slice(index + 1).join("")) ?? [];
      found.add(form ? `${name}, ${form}` : `${name}`);
    }
  }
  return [...found].sort();
}

describe("the words of the interface", () => {
  test("are the same messages in both languages", () => {
    expect([...byPath.fr.keys()].sort()).toEqual([...byPath.en.keys()].sort());
  });

  test("have the same holes in both languages", () => {
    // What is said of one may say "one" in a word.
    const holes = (path: string, words: string) =>
      [...new Set([...argumentsOf(words), ...(path.endsWith(".one") ? ["count"] : [])])].sort();
    for (const [path, english] of byPath.en)
      expect(holes(path, byPath.fr.get(path) ?? ""), path).toEqual(holes(path, english));
  });

  test.each(locales)("are filled without a hole left over, for any count: %s", (locale) => {
    const t = createTranslator({
      locale,
      messages: messages[locale],
      onError(error) {
        throw error;
      },
    }) as (path: string, values: Record<string, string | number>) => string;
    for (const [path, words] of byPath[locale])
      for (const count of [0, 1, 2, 1_000_000]) {
        if (words === "") continue; // says nothing on purpose
        const values = Object.fromEntries(
          argumentsOf(words).map((argument) => [
            argument.split(",")[0]!,
            argument.includes(",") ? count : "stork",
          ]),
        );
        expect(t(path, values), path).not.toMatch(/[{}#]/);
      }
  });

  test("are empty only where both languages say nothing", () => {
    const empty = (locale: "fr" | "en") =>
      [...byPath[locale]].filter(([, words]) => words.trim() === "").map(([path]) => path);
    expect(empty("fr")).toEqual(empty("en"));
    expect(empty("en").every((path) => /^chart\.(statisticNote|basis)\./.test(path))).toBe(true);
  });

  const printed: [group: string, values: readonly string[]][] = [
    ["modality", modalities],
    ["comparator", comparators],
    ["statistic", statistics],
    ["role", attributionRoles],
    ["basis", dateBases],
    ["basisLong", dateBases],
    ["basisMeaning", dateBases],
    ["precision", datePrecisions],
    ["status", statuses],
    ["rank", ranks],
    ["kind", metricKinds],
    ["group", metricGroups],
    ["languageName", languages],
    ["columnMeaning", figureColumns],
    ["figures.column", figureColumns],
    ["chart.by", modalities],
    ["chart.headline", modalities],
    ["chart.statistic", statistics],
    ["chart.statisticNote", statistics],
    ["chart.per", pers],
    ["chart.perNote", pers],
  ];
  test.each(printed)("have one for every value of %s, and for nothing else", (group, values) => {
    for (const locale of locales) {
      const words = group.split(".").reduce<unknown>((tree, key) => (tree as Tree)[key], messages[locale]);
      expect(Object.keys(words as Tree).sort(), locale).toEqual([...values].sort());
    }
  });

  test("have one for every filter and every sort of the table", () => {
    for (const locale of locales)
      for (const path of [
        ...filterNames.map((name) => `figures.${name}`),
        ...sortKeys.map((key) => `figures.column.${key}`),
      ])
        expect(byPath[locale].get(path), `${locale} ${path}`).toBeTruthy();
  });
});

/** The messages in which something is found that should not be there. */
const foundIn = (words: readonly [path: string, words: string][], wrong: RegExp) =>
  words.filter(([, text]) => wrong.test(text)).map(([path, text]) => `${path}: ${text}`);

describe("French", () => {
  const french = [
    ...byPath.fr,
    ...leaves(problemWords.fr, ["problemWords"]),
    ...leaves(refusalWords.fr, ["refusalWords"]),
  ];

  test.each([
    ["no straight apostrophe", /'/],
    ["no quotation marks but « and »", /["“”]/],
    ["a no-break space before : ; ! ?", /[^\u00a0\u202f][:;!?](?=[\s}»]|$)/],
    ["a no-break space inside « and »", /«[^\u00a0\u202f]|[^\u00a0\u202f]»/],
    ["an ellipsis, not three dots", /\.\.\./],
  ])("has %s", (_, wrong) => {
    expect(foundIn(french, wrong)).toEqual([]);
  });

  test("closes its quotation marks", () => {
    for (const [path, words] of french) expect(words.split("«").length, path).toBe(words.split("»").length);
  });
});

describe("English", () => {
  const english = [
    ...byPath.en,
    ...leaves(problemWords.en, ["problemWords"]),
    ...leaves(refusalWords.en, ["refusalWords"]),
  ];

  test.each([
    ["no straight apostrophe or quotation mark, and no guillemets", /['"«»]/],
    ["no space before : ; ! ?", /\s[:;!?](?=\s|$)/],
    ["an ellipsis, not three dots", /\.\.\./],
  ])("has %s", (_, wrong) => {
    expect(foundIn(english, wrong)).toEqual([]);
  });
});
