import { makeServer } from "@/db/embedded/make-server";
import { builtPrograms, projectRoot } from "@/db/env";

/** What the site starts in processes of their own: see app/_server/run-apart.ts. */
const programs = ["bin/read-article.ts", "bin/read-rows.ts"];

/** Packages that ask for others as they go find them from here. */
const banner =
  'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);';

/**
 * Makes one file of each, packages and all, beside the built site: tsx asks after some hundreds of files, one by one,
 * at every start, which is most of what it costs to read an article. The embedded database is made likewise.
 */
export async function buildApartPrograms(outdir = builtPrograms): Promise<void> {
  const { build } = await import("esbuild"); // only who builds needs it
  await build({
    entryPoints: programs,
    absWorkingDir: projectRoot,
    outdir,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    banner: { js: banner },
    outExtension: { ".js": ".mjs" },
    logLevel: "warning",
  });
  await makeServer(outdir);
}
