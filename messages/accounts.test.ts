import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { passwordProblems, personRoles } from "@/domain/account";
import { locales } from "@/domain/vocabulary";
import { accountsMessagesOf } from "./accounts";

type Tree = { readonly [key: string]: string | Tree };

const leaves = (tree: Tree, path: readonly string[] = []): [path: string, words: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[[...path, key].join("."), value]] : leaves(value, [...path, key]),
  );

const english = leaves(accountsMessagesOf("en"));
const french = new Map(leaves(accountsMessagesOf("fr")));

/** The arguments a message fills: `{email}` and `{count, plural, …}`. */
const holes = (words: string) =>
  [...new Set([...words.matchAll(/\{(\w+)(?=[},])/g)].map(([, name]) => name))].sort();

describe("the words of accounts", () => {
  test("are the same messages in both languages, with the same holes", () => {
    expect([...french.keys()].sort()).toEqual(english.map(([path]) => path).sort());
    for (const [path, words] of english) expect(holes(french.get(path)!), path).toEqual(holes(words));
  });

  test.each(locales)("are filled without a hole left over, for any count: %s", (locale) => {
    const t = createTranslator({
      locale,
      messages: accountsMessagesOf(locale),
      onError(error) {
        throw error;
      },
    }) as (path: string, values: Record<string, string | number>) => string;
    for (const [path, words] of leaves(accountsMessagesOf(locale)))
      for (const count of [0, 1, 2, 900]) {
        const counted = new Set([...words.matchAll(/\{(\w+), plural/g)].map(([, name]) => name));
        const values = Object.fromEntries(
          holes(words).map((name) => [name!, counted.has(name) ? count : "stork"]),
        );
        expect(t(path, values), path).not.toMatch(/[{}#]/);
      }
  });

  test("have one for every role and for every fault of a password", () => {
    for (const locale of locales) {
      const words = accountsMessagesOf(locale);
      for (const role of personRoles) expect(words.role[role]).toBeTruthy();
      expect(Object.keys(words.passwordProblem).sort()).toEqual([...passwordProblems].sort());
    }
  });

  test("are set as each language sets them", () => {
    for (const [path, words] of french) {
      expect(words, path).not.toMatch(/['"“”]|\.\.\./);
      expect(words, path).not.toMatch(/[^\u202f][;!?](?=\s|$)|[^\u00a0]:(?=\s|$)/);
    }
    for (const [path, words] of english) expect(words, path).not.toMatch(/['"«»]|\s[:;!?]|\.\.\./);
  });
});
