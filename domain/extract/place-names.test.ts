import { expect, test } from "vitest";
import { specimenLexicon } from "./lexicon.fixture";
import { findPlaces } from "./place-names";

const { places } = specimenLexicon;
const printed = (text: string) => findPlaces(text, places).map(({ start, end }) => text.slice(start, end));

test.each([
  ["dans la région russe de Koursk, hier", ["région russe de Koursk"]],
  ["le chef russe de la région de Koursk", ["région de Koursk"]],
  ["l’oblast russe de Koursk et la région de Donetsk", ["oblast russe de Koursk", "région de Donetsk"]],
  ["la région de Donetsk et la région russe de Koursk", ["région de Donetsk", "région russe de Koursk"]],
])("a place is found with one adjective within its name: %s", (text, found) => {
  expect(printed(text)).toEqual(found);
});

test.each([
  "la région voisine de Koursk",
  "la région frontalière de Koursk",
  "la région que l’armée de Koursk tient",
  "la région Belgorod de Koursk",
  "la région de l’ouest de Koursk",
  "la région très pauvre de Koursk",
])("what is beside a place, or another, is not taken for it: %s", (text) => {
  expect(printed(text)).toEqual([]);
});
