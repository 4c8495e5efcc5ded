import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { projectRoot } from "@/db/env";
import { freePort } from "../shared/site";

export type RawPoint = {
  readonly metric: string;
  readonly claimant: string;
  readonly day: number;
  readonly value: number;
};

/** Serves a page that hands Recharts every point, bundled as a site is. @returns its address, and how to end it */
export async function serveRaw(points: readonly RawPoint[]) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "verbatim-raw-")), "raw.js");
  const bundling = spawnSync(
    path.join(projectRoot, "node_modules", ".bin", "esbuild"),
    [
      path.join(import.meta.dirname, "raw.tsx"),
      ...["--bundle", "--minify", "--format=esm", "--jsx=automatic", `--outfile=${file}`],
      '--define:process.env.NODE_ENV="production"',
    ],
    { encoding: "utf8" },
  );
  if (bundling.status !== 0) throw new Error(`The page of raw points was not bundled: ${bundling.stderr}`);
  const script = readFileSync(file);
  const port = await freePort();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (url.pathname === "/raw.js") return response.setHeader("Content-Type", "text/javascript").end(script);
    if (url.pathname === "/points.json")
      return response.end(json(points, url.searchParams.get("metric") ?? ""));
    response.setHeader("Content-Type", "text/html");
    response.end(
      '<!doctype html><title>Raw</title><div id="root"></div><script type="module" src="raw.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(port, "localhost", resolve));
  return {
    url: `http://localhost:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function json(points: readonly RawPoint[], metric: string): string {
  const own = points.filter((point) => point.metric === metric);
  return JSON.stringify({
    series: [...new Set(own.map(({ claimant }) => claimant))],
    points: own.map(({ claimant, day, value }) => ({ t: day, [claimant]: value })),
  });
}
