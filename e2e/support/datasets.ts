import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Person, Site } from "./accounts";

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
export async function aDataset(site: Site, mark: string): Promise<PlantedDataset> {
  return (await plant(site, { mark })) as PlantedDataset;
}

export async function aHeldDraft(
  site: Site,
  mark: string,
  { editorId, role }: Person,
): Promise<PlantedDraft> {
  return (await plant(site, { mark, author: { id: editorId, role } })) as PlantedDraft;
}

async function plant({ env }: Site, wish: object): Promise<unknown> {
  const program = ["--import", "tsx", "db/testing/plant-dataset.ts", JSON.stringify(wish)];
  const { stdout } = await promisify(execFile)(process.execPath, program, {
    env: { ...process.env, ...env },
  });
  return JSON.parse(stdout);
}
