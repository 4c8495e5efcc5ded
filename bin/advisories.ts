import { spawn } from "node:child_process";
import { projectRoot } from "@/db/env";
import { fail, report } from "./report";

/**
 * `npm run advisories`: what the registry knows against the packages of the lock. A registry that answers no such
 * question is said so, and is no failure: the advisories are then read by hand (docs/security.md).
 */
async function main(): Promise<void> {
  const { code, output } = await audit();
  const found = parsed(output);
  if (found === null || found.error !== undefined || found.vulnerabilities === undefined)
    return report(`The registry answers no question about advisories: read them by hand. ${whyNot(found)}`);
  const named = Object.values(found.vulnerabilities);
  for (const { name, severity, range } of named) report(`${severity}: ${name} ${range}`);
  report(named.length === 0 ? "No advisory is known." : `${named.length} packages have advisories.`);
  process.exitCode = code === 0 ? 0 : 1;
}

type Advisory = { readonly name: string; readonly severity: string; readonly range: string };
type Answer = {
  readonly error?: { readonly summary?: string };
  readonly message?: string;
  readonly vulnerabilities?: Readonly<Record<string, Advisory>>;
};

const whyNot = (answer: Answer | null): string =>
  (answer?.message ?? answer?.error?.summary ?? "").replace(/\w+:\/\/\S+/g, "").slice(0, 200);

/** Null where it is no JSON. */
function parsed(output: string): Answer | null {
  try {
    return JSON.parse(output) as Answer;
  } catch {
    return null; // npm said something else than it was asked to
  }
}

function audit(): Promise<{ code: number | null; output: string }> {
  const child = spawn("npm", ["audit", "--json"], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "ignore"],
    shell: process.platform === "win32",
  });
  let output = "";
  child.stdout.on("data", (piece) => {
    output += piece;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

main().catch(fail);
