import { renameSync, rmSync, writeFileSync } from "node:fs";
import { projectRoot } from "../env";
import { madeServer, type Sources, sayingOf } from "./made-server";

/**
 * Makes one file of the embedded server, to be found by ./made-server.ts: tsx takes a second of processor time of
 * every start, and 60 MB for as long as the server runs. PGlite stays outside: it finds its engine beside itself.
 */
export async function makeServer(folder: string): Promise<void> {
  const { program, sources } = madeServer(folder);
  const { build } = await import("esbuild"); // only who builds needs it
  rmSync(sources, { force: true });
  const { metafile } = await build({
    entryPoints: ["db/embedded/server.ts"],
    absWorkingDir: projectRoot,
    outfile: program,
    bundle: true,
    external: ["@electric-sql/*"],
    platform: "node",
    target: "node20",
    format: "esm",
    metafile: true,
    logLevel: "warning",
  });
  // Of packages the lock says enough.
  const ours = Object.keys(metafile.inputs).filter((name) => !name.startsWith("node_modules/"));
  const made: Sources = Object.fromEntries(
    [...ours, "package-lock.json"].map((name) => [name, sayingOf(name)!]), // esbuild has just read them
  );
  writeFileSync(`${sources}.unfinished`, JSON.stringify(made));
  renameSync(`${sources}.unfinished`, sources);
}
