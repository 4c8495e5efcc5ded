import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { projectRoot } from "@/db/env";
import { buildApartPrograms } from "./apart-programs";

/** What a build is made of: nothing else can change its result. */
const parts = ["app", "components", "domain", "db", "messages"];
const files = [
  ...["next.config.js", "proxy.ts", "instrumentation.ts", "package-lock.json", "tsconfig.json"],
  ...["bin/apart-programs.ts", "bin/read-article.ts", "bin/read-rows.ts", "bin/header-sha256.ts"],
];
const stamp = path.join(projectRoot, ".next", "inputs.sha256");

export const nextCommand = path.join(projectRoot, "node_modules", "next", "dist", "bin", "next");

/** Builds the site unless the last build was made of these very files. */
export async function buildIfChanged(report: (line: string) => void): Promise<void> {
  const inputs = await hashOfInputs();
  if ((await stampedInputs()) === inputs) return report("site: built already");
  report("site: building");
  await runBuild();
  await buildApartPrograms();
  await writeFile(stamp, inputs);
  report("site: built");
}

async function stampedInputs(): Promise<string | null> {
  try {
    return await readFile(stamp, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null; // never built
    throw error;
  }
}

async function hashOfInputs(): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  for (const name of [...(await inputFiles()), ...files]) {
    hash.update(`\n${name}\n`).update(await readFile(path.join(projectRoot, name)));
  }
  return hash.digest("hex");
}

async function inputFiles(): Promise<string[]> {
  const found = await Promise.all(parts.map((part) => filesUnder(part)));
  return found
    .flat()
    .filter((name) => !/\.(test|spec)\.tsx?$/.test(name))
    .sort();
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(path.join(projectRoot, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(projectRoot, path.join(entry.parentPath, entry.name)));
}

/** Runs `next build`, silent unless it fails. */
function runBuild(): Promise<void> {
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(process.execPath, [nextCommand, "build"], {
    cwd: projectRoot,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: Buffer[] = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else
        reject(new Error(`The site could not be built (exit ${code}):\n${Buffer.concat(output).toString()}`));
    });
  });
}
