import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { builtPrograms, projectRoot } from "../env";

/** Set where programs made into one file are elsewhere than beside the built site; inherited by every process. */
export const programsVariable = "VERBATIM_PROGRAMS";

/** What is made of ./server.ts, and what that was made of: see ./make-server.ts. */
export function madeServer(folder = process.env[programsVariable] || builtPrograms) {
  return {
    program: path.join(/* turbopackIgnore: true */ folder, "embedded.mjs"),
    sources: path.join(/* turbopackIgnore: true */ folder, "embedded.sources.json"),
  };
}

/** Where it stands, by its path, what each source says, in short. */
export type Sources = Record<string, string>;

/**
 * What Node is given to run the server: the one file made of it, where that was made of the very sources that are
 * here, and else its source, with tsx. They are read at every start: `npm start` opens the database while it builds
 * anew, and commands run beside edits. That takes milliseconds, and tsx a second of processor time.
 */
export function serverArguments(): string[] {
  const { program, sources } = madeServer();
  const made = contentOf(sources);
  if (made !== null && existsSync(/* turbopackIgnore: true */ program) && asMade(String(made)))
    return [program];
  return ["--import", "tsx", path.join(/* turbopackIgnore: true */ projectRoot, "db/embedded/server.ts")];
}

function asMade(sources: string): boolean {
  return Object.entries(JSON.parse(sources) as Sources).every(([name, said]) => sayingOf(name) === said);
}

/** What a file of the project says, in short; null where there is none. */
export function sayingOf(name: string): string | null {
  const content = contentOf(path.join(/* turbopackIgnore: true */ projectRoot, name));
  return content && createHash("sha256").update(content).digest("hex");
}

function contentOf(file: string): Buffer | null {
  try {
    return readFileSync(/* turbopackIgnore: true */ file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null; // never made, or taken away this moment
    throw error;
  }
}
