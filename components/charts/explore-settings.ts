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
