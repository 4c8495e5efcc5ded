import { ensureBrowser } from "./browser";
import { fail, report } from "./report";
import { type Outcome, runCommand } from "./run-command";
import { buildIfChanged } from "./site-build";
import { watchTests } from "./test-progress";
import { startTestSites } from "./test-sites";

/** `npm test`: everything, or only what is named: `npm test -- unit browser`. */
const kinds = ["types", "lint", "unused", "unit", "database", "browser"] as const;
type Kind = (typeof kinds)[number];

/**
 * What runs beside what, on the two cores we reckon with: the browser tests and their build often wait, and take as
 * long as all the others. Types are looked at before these: the build writes where they do.
 */
const lanes: readonly (readonly Kind[])[] = [
  ["lint", "unused", "unit", "database"],
  ["types", "browser"],
];

type Tally = { readonly passed: number; readonly failed: number };

const tools = {
  next: "node_modules/next/dist/bin/next",
  tsc: "node_modules/typescript/bin/tsc",
  biome: "node_modules/@biomejs/biome/bin/biome",
  knip: "node_modules/knip/bin/knip.js",
  vitest: "node_modules/vitest/vitest.mjs",
  playwright: "node_modules/@playwright/test/cli.js",
} as const;

/** Runs a tool, and shows or keeps what it prints. */
type RunTool = (args: readonly string[], env?: Record<string, string>) => Promise<Outcome>;

/** Each of the usual four checks much of what the others do: 41 s of processor time, and 20 s in one. */
const oneChecker = ["--checkers", "1"];

const run: Record<Kind, (tool: RunTool) => Promise<Tally>> = {
  async types(tool) {
    const generated = await tool([tools.next, "typegen"]);
    return generated.code === 0
      ? asOne(await tool([tools.tsc, "--noEmit", ...oneChecker]))
      : asOne(generated);
  },
  lint: async (tool) => asOne(await tool([tools.biome, "check", "--error-on-warnings"])),
  unused: async (tool) => asOne(await tool([tools.knip])),
  unit: async (tool) => counted(await tool([tools.vitest, "run", "--project", "!database"])),
  database: async (tool) => counted(await tool([tools.vitest, "run", "--project", "database"])),
  async browser(tool) {
    const browser = ensureBrowser(report);
    await buildIfChanged(report);
    const sites = await startTestSites();
    try {
      const args = [tools.playwright, "test", "--config", "e2e/playwright.config.ts"];
      return counted(await tool(args, { ...sites.env, E2E_BROWSER: browser }));
    } finally {
      await sites.stop();
    }
  },
};

/** Runs one kind. What it prints is seen at once where it runs alone, else in one piece at its end, and how far it is. */
async function runKind(kind: Kind, alone: boolean): Promise<Tally> {
  report(kind);
  const kept: Buffer[] = [];
  const watch = watchTests((line) => report(`${kind}: ${line}`));
  const keep = (text: Buffer) => {
    kept.push(text);
    watch(text);
  };
  const show = alone ? undefined : keep;
  const tally = await run[kind]((args, env) => runCommand(args, env, show)).catch((error: unknown) => {
    kept.push(Buffer.from(`\n${error instanceof Error ? error.message : String(error)}\n`));
    return { passed: 0, failed: 1 };
  });
  process.stdout.write(Buffer.concat([Buffer.from(`\n— ${kind} —\n`), ...kept]));
  report(`${kind}: ${tally.passed} passed, ${tally.failed} failed`);
  return tally;
}

/** A check that has no tests to count is one test. */
const asOne = ({ code }: Outcome): Tally =>
  code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** Reads "12 passed" and "3 failed" as vitest ("Tests  2 failed | 57 passed") and Playwright close; none is a failure. */
function counted({ code, output }: Outcome): Tally {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a colour is
  const plain = output.replace(/\u001b\[[0-9;]*m/g, "");
  const closing = plain
    .split("\n")
    .filter((line) => /^\s*(Tests\s.*|\d+ (passed|failed)\b.*)$/.test(line))
    .join("\n");
  const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(closing)?.[1] ?? 0);
  const [passed, failed] = [count("passed"), count("failed")];
  return { passed, failed: code !== 0 && failed === 0 ? 1 : passed + failed === 0 ? 1 : failed };
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const strange = asked.filter((word) => !kinds.includes(word as Kind));
  if (strange.length > 0)
    throw new Error(`No such tests: ${strange.join(", ")}. There are: ${kinds.join(", ")}.`);
  const wanted = (kind: Kind) => asked.length === 0 || asked.includes(kind);
  const total = { passed: 0, failed: 0 };
  const runLane = async (lane: readonly Kind[], alone: boolean) => {
    for (const kind of lane) {
      const { passed, failed } = await runKind(kind, alone);
      total.passed += passed;
      total.failed += failed;
    }
  };
  const used = lanes.map((lane) => lane.filter(wanted)).filter((lane) => lane.length > 0);
  await Promise.all(used.map((lane) => runLane(lane, used.length === 1)));
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  process.exit(total.failed === 0 ? 0 : 1);
}

main().catch(fail);
