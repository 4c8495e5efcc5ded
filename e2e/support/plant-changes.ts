import type { Site } from "./accounts";
import { plant } from "./plant";

/** What becomes of a published figure; `fields` as the desk would save them. */
export type PlantedChange = { readonly id: string } & (
  | {
      readonly change: "revision" | "correction";
      readonly reason: string;
      readonly fields: Readonly<Record<string, unknown>>;
    }
  | { readonly retract: string }
  | { readonly copies: number }
  | { readonly corrections: number }
);

/** Changes what readers of a running site see. @returns the revision of the data that each change made */
export const plantChanges = (site: Site, ...changes: readonly PlantedChange[]) =>
  plant<number[]>("plantChanges", site, changes);
