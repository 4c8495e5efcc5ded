import { expect, test } from "vitest";
import { rules } from "@/domain/validate/rules";
import { deskMessagesOf } from "./desk";

type Tree = { readonly [key: string]: string | Tree };

const leaves = (tree: Tree, path = ""): [path: string, words: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );

const english = leaves(deskMessagesOf("en"));
const french = new Map(leaves(deskMessagesOf("fr")));
const holes = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

test("the desk says the same in both languages, with the same holes", () => {
  expect([...french.keys()].sort()).toEqual(english.map(([path]) => path).sort());
  for (const [path, words] of english) expect(holes(french.get(path)!), path).toEqual(holes(words));
});

test("French is set with its own spaces", () => {
  for (const [path, words] of french) {
    expect(words, path).not.toMatch(/ [;!?:»]|« /);
    expect(words, path).not.toMatch(/[^\u202f][;!?](\s|$)|[^\u00a0]:(\s|$)/);
  }
});

test("every rule of the validator has its words", () => {
  expect(Object.keys(deskMessagesOf("en").reading.finding).sort()).toEqual(Object.keys(rules).sort());
});
