import { readFileSync } from "node:fs";
import path from "node:path";

/** What the site that is served was built of, as Next wrote it down: nothing that answers is left out of it. */
const read = (name: string) => JSON.parse(readFileSync(path.join(".next/server", name), "utf8"));

/** Every page and route, as files: "/admin/users/page". */
export const builtRoutes = (): string[] => Object.keys(read("app-paths-manifest.json")).sort();

export type BuiltAction = {
  readonly id: string;
  readonly name: string;
  /** A page that it is called from, as a file. */
  readonly page: string;
};

/** Every server action. */
export function builtActions(): BuiltAction[] {
  type Entry = { exportedName: string; workers: Record<string, unknown> };
  const { node } = read("server-reference-manifest.json") as { node: Record<string, Entry> };
  return Object.entries(node).map(([id, { exportedName, workers }]) => ({
    id,
    name: exportedName,
    page: `/${Object.keys(workers)[0]!.replace(/^app\//, "")}`, // called from somewhere, or it is not built
  }));
}
