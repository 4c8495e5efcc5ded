import { expect, test } from "vitest";
import { importFields } from "@/domain/import/row";
import { importRules } from "@/domain/import/rules";
import { importStates } from "@/domain/vocabulary";
import { deskMessagesOf } from "./desk";
import { importMessagesOf } from "./imports";

type Tree = { readonly [key: string]: string | Tree };

const leaves = (tree: Tree, path = ""): [path: string, words: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );

const words = importMessagesOf("en");
const english = leaves(words);
const french = new Map(leaves(importMessagesOf("fr")));
const holes = (one: string) => [...one.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

test("imports say the same in both languages, with the same holes", () => {
  expect([...french.keys()].sort()).toEqual(english.map(([path]) => path).sort());
  for (const [path, one] of english) expect(holes(french.get(path)!), path).toEqual(holes(one));
});

test("French is set with its own spaces", () => {
  for (const [path, one] of french) {
    expect(one, path).not.toMatch(/ [;!?:»]|« /);
    expect(one, path).not.toMatch(/[^\u202f][;!?](\s|$)|[^\u00a0]:(\s|$)/);
  }
});

test("every field, state and rule of the importer has its words", () => {
  expect(Object.keys(words.field).sort()).toEqual([...importFields].sort());
  expect(Object.keys(words.state).sort()).toEqual([...importStates].sort());
  expect(Object.keys(words.rule).sort()).toEqual(Object.keys(importRules).sort());
});

test("a warning told of many figures at once names none of them", () => {
  const { finding } = deskMessagesOf("en").reading;
  const withHoles = Object.entries(finding).filter(([, one]) => one.includes("{"));
  expect(Object.keys(words.warning).sort()).toEqual(withHoles.map(([rule]) => rule).sort());
});
