import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Site } from "./accounts";

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
export async function plantChanges(site: Site, ...changes: readonly PlantedChange[]): Promise<number[]> {
  const program = ["--import", "tsx", "db/testing/plant-changes.ts", JSON.stringify(changes)];
  const { stdout } = await promisify(execFile)(process.execPath, program, {
    env: { ...process.env, ...site.env },
  });
  return JSON.parse(stdout) as number[];
}
