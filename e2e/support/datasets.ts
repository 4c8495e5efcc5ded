import type { Person, Site } from "./accounts";
import { plant } from "./plant";

export type PlantedDataset = {
  readonly dataset: string;
  /** Published figures, in rows 2 and 3. */
  readonly figures: readonly [string, string];
};
/** A draft in row 4, and the article that says the same. */
export type PlantedDraft = PlantedDataset & {
  readonly draft: string;
  readonly article: string;
  readonly sentence: string;
};

/** Makes a dataset of its own on a running site; see db/testing/plant-dataset.ts. */
export const aDataset = (site: Site, mark: string) => plant<PlantedDataset>("plantDataset", site, { mark });

export const aHeldDraft = (site: Site, mark: string, { editorId, role }: Person) =>
  plant<PlantedDraft>("plantDataset", site, { mark, author: { id: editorId, role } });
