import { locales } from "@/domain/vocabulary";
import type { CaseSet } from "../case";
import { goldenSet } from "./golden";
import { invalidWordsSet, numberWordsSet } from "./number-words";
import { pressSet } from "./press";
import { seedSet } from "./seeds";
import { separatorSet } from "./separators";
import { specSet } from "./specs";
import { treebankSet } from "./treebank";

/** The sets that stand in the repository. */
export const listOwnSets = (): CaseSet[] =>
  locales.flatMap((language) => [
    pressSet(language, "dev"),
    pressSet(language, "held"),
    separatorSet(language),
  ]);

/** What the development cases hold besides, by name, so that what is left out can be named. */
const others: Readonly<Record<string, (devset: string) => CaseSet[]>> = {
  seeds: (devset) => [seedSet(devset)],
  "recogniser specs": (devset) =>
    locales.flatMap((language) =>
      (["Number", "Percent", "Dimension"] as const).map((model) => specSet(devset, model, language)),
    ),
  "French number words": (devset) => [numberWordsSet(devset), invalidWordsSet(devset)],
  "golden sentences": (devset) => locales.map((language) => goldenSet(devset, language)),
  "French treebank": (devset) => [treebankSet(devset)],
};

export const listDevsetSets = (devset: string): CaseSet[] =>
  Object.values(others).flatMap((sets) => sets(devset));

export const devsetNames = Object.keys(others);
