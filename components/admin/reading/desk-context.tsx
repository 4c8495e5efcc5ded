"use client";

import { createContext, use } from "react";
import type { Locale } from "@/domain/vocabulary";
import type { Article } from "./figure-of-card";
import type { Answer, Operation } from "./reading";
import type { ReadingWords } from "./reading-words";
import type { ReadingStore } from "./store";
import type { World, WorldAgent, WorldFigure } from "./world";

/** What an editor says of an agent the collection does not know. */
export type NewAgent = Pick<WorldAgent, "kind" | "side"> & { readonly fr: string; readonly en: string };

/** A draft taken from the article, as `submit` needs it. */
export type DraftInHand = {
  readonly publicId: string;
  readonly rowVersion: number;
  readonly words: string;
  /** Why it cannot be submitted, whatever reason is given. */
  readonly held: readonly string[];
  readonly warnings: readonly { readonly rule: string; readonly says: string }[];
};

/** What the view asks of the server. Each answers with values; what throws is the line, and is asked again. */
export type DeskServer = {
  readonly decide: (
    operation: Operation,
    publicIds: readonly string[],
    as: string | null,
  ) => Promise<readonly Answer[]>;
  readonly figuresOf: (metric: string) => Promise<readonly WorldFigure[]>;
  readonly createAgent: (
    agent: NewAgent,
    alias: string | null,
  ) => Promise<WorldAgent | { readonly refused: string }>;
  readonly drafts: () => Promise<readonly DraftInHand[]>;
  readonly submit: (
    figures: readonly { publicId: string; rowVersion: number; reasons: Record<string, string> }[],
  ) => Promise<{ readonly sent: number } | { readonly refused: string }>;
};

export type Desk = {
  readonly store: ReadingStore;
  readonly article: Article;
  readonly world: World;
  /** Makes a new agent known, to every card that names it by the same words. */
  readonly addAgent: (agent: WorldAgent, words: string) => void;
  /** Published figures of a metric, and those taken from this article; undefined while they are fetched. */
  readonly figuresOf: (metric: string) => readonly WorldFigure[] | undefined;
  readonly server: DeskServer;
  readonly words: ReadingWords;
  readonly locale: Locale;
  /** Place of each proposed number among the proposed, from 1. */
  readonly positions: ReadonlyMap<number, number>;
};

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === null) throw new Error("useDesk outside the reading view");
  return desk;
}
