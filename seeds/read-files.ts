import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import type { z } from "zod";
import {
  agentsFile,
  collectionFile,
  eventsFile,
  metricsFile,
  placesFile,
  type SourceForm,
  sourceFile,
  unitsFile,
} from "./schema";
import { readSeedFile, type SeedFile, type SeedProblem } from "./yaml-file";

const listNames = ["collection", "units", "agents", "places", "metrics", "events"] as const;

/** Reads every seed file of a folder and holds each against its form. */
export function readSeedFiles(dir: string) {
  const problems: SeedProblem[] = [];
  const list = <Schema extends z.ZodType>(name: (typeof listNames)[number], schema: Schema) =>
    keep(readSeedFile(join(dir, `${name}.yml`), schema), problems);
  const collection = list("collection", collectionFile);
  const units = list("units", unitsFile);
  const agents = list("agents", agentsFile);
  const places = list("places", placesFile);
  const metrics = list("metrics", metricsFile);
  const events = list("events", eventsFile);
  const sources = keep(readSourceFiles(dir), problems);
  if (!collection || !units || !agents || !places || !metrics || !events || !sources) return problems;
  return { collection, units, agents, places, metrics, events, sources };
}

/** What was read, or null and its problems put with the others. */
function keep<Read extends object>(read: Read | SeedProblem[], problems: SeedProblem[]): Read | null {
  if (!Array.isArray(read)) return read;
  problems.push(...read);
  return null;
}

/** Reads `sources/*.yml`; the name of a file is the slug of its source. */
export function readSourceFiles(dir: string): ReadonlyMap<string, SeedFile<SourceForm>> | SeedProblem[] {
  const folder = join(dir, "sources");
  const files = new Map<string, SeedFile<SourceForm>>();
  const problems: SeedProblem[] = [];
  const refuse = (path: string, message: string) =>
    problems.push({ file: relative(process.cwd(), path), line: 1, column: 1, path: "", message });
  let names: string[] = [];
  try {
    names = readdirSync(folder).sort();
  } catch (error) {
    refuse(folder, `cannot be read: ${(error as Error).message}`);
  }
  for (const name of names) {
    const path = join(folder, name);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*\.yml$/.test(name)) {
      refuse(path, "is not named for a source, such as sources/my-article.yml");
      continue;
    }
    const file = readSeedFile(path, sourceFile);
    if (Array.isArray(file)) problems.push(...file);
    else files.set(basename(name, ".yml"), file);
  }
  return problems.length > 0 ? problems : files;
}

/** One hash for all seed files of a folder, names included: a start with the same seeds has nothing to do. */
export function hashSeedFiles(dir: string): string {
  const hash = createHash("sha256");
  const names = listNames.map((name) => `${name}.yml`);
  const sources = readdirSync(join(dir, "sources")).map((name) => `sources/${name}`);
  for (const name of [...names, ...sources].sort())
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(dir, name)))
      .update("\0");
  return hash.digest("hex");
}
