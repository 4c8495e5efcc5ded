"use client";

import { createContext, use } from "react";
import type { Locale } from "@/domain/vocabulary";
import type { DeskMessages } from "@/messages/desk";
import type { ReadingWords } from "../reading/reading-words";
import type { World } from "../reading/world";
import type { SourceName } from "./telling";

/** What every box of a figure's form needs: its words, and what can be chosen. */
export type FormWorld = {
  readonly locale: Locale;
  readonly reading: ReadingWords;
  readonly history: DeskMessages["history"];
  readonly ranks: Readonly<Record<string, string>>;
  readonly world: World;
  /** Titles and languages of the sources of the mentions. */
  readonly sources: Readonly<Record<string, SourceName>>;
  /** What is wrong with a field, in words. */
  readonly problemsOf: (field: string) => readonly string[];
};

export const FormContext = createContext<FormWorld | null>(null);

export function useForm(): FormWorld {
  const world = use(FormContext);
  if (world === null) throw new Error("useForm outside the form of a figure");
  return world;
}
