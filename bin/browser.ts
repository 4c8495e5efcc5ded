import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const isRoot = process.getuid?.() === 0;

/** Where a Chromium may already be, best first. */
function* candidates(): Generator<string> {
  if (process.env.CHROME_PATH) yield process.env.CHROME_PATH;
  const { chromium } = require("@playwright/test") as typeof import("@playwright/test");
  yield chromium.executablePath();
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];
  for (const folder of (process.env.PATH ?? "").split(path.delimiter).filter(Boolean)) {
    for (const name of names) yield path.join(folder, name);
  }
  for (const name of ["Google Chrome", "Chromium", "Microsoft Edge"])
    yield `/Applications/${name}.app/Contents/MacOS/${name}`;
}

const findBrowser = () => [...candidates()].find((file) => existsSync(file));

/** The path of a Chromium: one that is there, else Playwright's own, else Debian's through apt. @throws where none is to be had */
export function ensureBrowser(report: (line: string) => void): string {
  return findBrowser() ?? installFromPlaywright(report) ?? installFromDebian(report) ?? refuse();
}

function installFromPlaywright(report: (line: string) => void): string | undefined {
  report("no Chromium found: asking Playwright for one");
  const command = require.resolve("@playwright/test/cli");
  spawnSync(process.execPath, [command, "install", "chromium"], {
    stdio: ["ignore", "ignore", "inherit"],
    timeout: 300_000,
  });
  return findBrowser();
}

function installFromDebian(report: (line: string) => void): string | undefined {
  if (!existsSync("/usr/bin/apt-get")) return undefined;
  const sudo = isRoot ? [] : ["sudo", "-n"];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const step of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    const [command = "", ...rest] = [...sudo, "apt-get", "-qq", ...step];
    report([command, ...rest].join(" "));
    spawnSync(command, rest, { stdio: ["ignore", "ignore", "inherit"], timeout: 600_000, env });
  }
  return findBrowser();
}

function refuse(): never {
  throw new Error(
    "The browser tests need Chrome or Chromium. Install one, or say where it is: CHROME_PATH=… npm test",
  );
}
