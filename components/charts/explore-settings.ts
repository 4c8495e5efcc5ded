import type { ChartInput } from "@/domain/chart/chart";
import type { ChartWords } from "./chart-words";

/** What the server hands over: plain data only. */
export type ExploreSettings = Omit<ChartInput, "width" | "window" | "words" | "log"> & {
  readonly words: ChartWords;
  readonly title: string;
  /** Address of a figure with the hole `{id}`. */
  readonly hrefPattern: string;
};
/** `marksHref` is where a closer look is fetched from. */
export type ExploreProps = ExploreSettings & {
  readonly marksHref: string;
  readonly onStop: () => void;
};

/** Fetches what to draw. Rejects where it cannot be had. */
export async function fetchMarks(href: string): Promise<ExploreSettings> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`The figures could not be fetched: ${response.status}`);
  return (await response.json()) as ExploreSettings; // our own route wrote it
}
