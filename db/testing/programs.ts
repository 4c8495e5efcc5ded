import { existsSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { programsVariable } from "../embedded/made-server";
import { makeServer } from "../embedded/make-server";
import { projectRoot } from "../env";

/** What tests start again and again: of each start, tsx takes more than a second of processor time, for hundreds of files. */
const programs = [
  "bin/import.ts",
  "db/testing/accept-program.ts",
  "db/testing/engine-host-program.ts",
  "db/testing/migrate-program.ts",
  "db/testing/user-program.ts",
  "db/testing/writer-program.ts",
];

/**
 * Makes one file of each program, and of the embedded server as the site's build does, in a folder from which packages
 * are found; whoever asks takes the folder away.
 */
export async function bundlePrograms(folder: string): Promise<void> {
  await build({
    entryPoints: programs,
    absWorkingDir: projectRoot,
    outbase: projectRoot,
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    outExtension: { ".js": ".mjs" },
    logLevel: "warning",
  });
  await makeServer(folder);
  process.env[programsVariable] = folder;
}

/** What Node is given to run a program of ours: the one file made of it, or where there is none its source with tsx. */
export function programArguments(program: string): string[] {
  const folder = process.env[programsVariable];
  const bundled = path.join(folder ?? "", program.replace(/\.ts$/, ".mjs"));
  return folder && existsSync(bundled) ? [bundled] : asWritten(program);
}

/** What Node is given to run a program from its source, as the site's own commands are. */
export const asWritten = (program: string): string[] => ["--import", "tsx", path.join(projectRoot, program)];
