"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { DeskServer } from "./desk-context";
import { type Article, figureOfCard } from "./figure-of-card";
import { chosenOf } from "./reading-state";
import { type ReadingStore, useReading } from "./store";
import { type WorldFigure, worldFigureOfInput } from "./world";

/**
 * The figures a card is held against: the published ones of its metric, fetched once when a metric is first chosen, and
 * those just taken from this article, so that the second mention of a claim is seen to be one.
 */
export function useFigures(
  store: ReadingStore,
  article: Article,
  initial: Readonly<Record<string, readonly WorldFigure[]>>,
  server: Pick<DeskServer, "figuresOf">,
): (metric: string) => readonly WorldFigure[] | undefined {
  const [published, setPublished] = useState(initial);
  const asked = useRef(new Set(Object.keys(initial)));
  const settled = useReading(store, (state) => state.settled);
  const taken = useMemo(() => {
    const state = store.state();
    return Object.entries(settled).flatMap(([id, outcome]) => {
      if (outcome.kind !== "accepted" || !(id in state.byId)) return [];
      const input = figureOfCard(chosenOf(state, Number(id)), article, outcome.figure);
      const figure = input && worldFigureOfInput(input);
      return input && figure ? [{ metric: input.metric, figure }] : [];
    });
  }, [settled, article, store]);
  const fetchFigures = useCallback(
    (metric: string) =>
      server.figuresOf(metric).then(
        (figures) => setPublished((before) => ({ ...before, [metric]: figures })),
        () => asked.current.delete(metric), // asked again when it is next looked at
      ),
    [server],
  );
  return useCallback(
    (metric) => {
      const known = published[metric];
      if (known === undefined && !asked.current.has(metric)) {
        asked.current.add(metric);
        queueMicrotask(() => fetchFigures(metric)); // a drawing asks, and nothing may be fetched while it draws
      }
      if (known === undefined) return undefined;
      const here = taken.filter((one) => one.metric === metric).map(({ figure }) => figure);
      // a figure published since, or with several mentions in the article, is one figure
      return [...new Map([...here, ...known].map((figure) => [figure.publicId, figure])).values()];
    },
    [published, taken, fetchFigures],
  );
}
