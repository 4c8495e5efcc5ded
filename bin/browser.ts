import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const isRoot = process.getuid?.() === 0;

/** Chromium without windows, in which the tests take little more than half the processor time. */
const withoutWindows = "chromium-headless-shell";

/** `whole` is the browser that readers have: what is measured is measured in that. */
type Wanted = "any" | "whole";
type Report = (line: string) => void;

/** Where a Chromium may already be, best first. */
function* candidates(wanted: Wanted): Generator<string> {
  if (process.env.CHROME_PATH) yield process.env.CHROME_PATH;
  if (wanted === "any") yield* inPath(withoutWindows);
  const { chromium } = require("@playwright/test") as typeof import("@playwright/test");
  yield chromium.executablePath();
  yield* inPath("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge");
  for (const name of ["Google Chrome", "Chromium", "Microsoft Edge"])
    yield `/Applications/${name}.app/Contents/MacOS/${name}`;
}

function* inPath(...names: readonly string[]): Generator<string> {
  for (const folder of (process.env.PATH ?? "").split(path.delimiter).filter(Boolean))
    for (const name of names) yield path.join(folder, name);
}

const findBrowser = (wanted: Wanted) => [...candidates(wanted)].find((file) => existsSync(file));

/** The path of a Chromium: one that is there, else Playwright's own, else Debian's through apt. @throws where none is to be had */
export function ensureBrowser(report: Report, wanted: Wanted = "any"): string {
  return (
    findBrowser(wanted) ??
    installFromPlaywright(report, wanted) ??
    installFromDebian(report, wanted) ??
    refuse()
  );
}

function installFromPlaywright(report: Report, wanted: Wanted): string | undefined {
  report("no Chromium found: asking Playwright for one");
  const command = require.resolve("@playwright/test/cli");
  spawnSync(process.execPath, [command, "install", "chromium"], {
    stdio: ["ignore", "ignore", "inherit"],
    timeout: 300_000,
  });
  return findBrowser(wanted);
}

function installFromDebian(report: Report, wanted: Wanted): string | undefined {
  if (!existsSync("/usr/bin/apt-get")) return undefined;
  const sudo = isRoot ? [] : ["sudo", "-n"];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = (name: string) => ["install", "-y", "--no-install-recommends", name];
  const packages = wanted === "any" ? [withoutWindows, "chromium"] : ["chromium"];
  for (const step of [["update"], ...packages.map(install)]) {
    const [command = "", ...rest] = [...sudo, "apt-get", "-qq", ...step];
    report([command, ...rest].join(" "));
    spawnSync(command, rest, { stdio: ["ignore", "ignore", "inherit"], timeout: 600_000, env });
    if (findBrowser(wanted)) break;
  }
  return findBrowser(wanted);
}

function refuse(): never {
  throw new Error(
    "The browser tests need Chrome or Chromium. Install one, or say where it is: CHROME_PATH=… npm test",
  );
}
