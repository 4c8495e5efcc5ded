import { ensureBrowser } from "./browser";
import { fail, report } from "./report";
import { type Outcome, runCommand } from "./run-command";
import { buildIfChanged } from "./site-build";
import { startTestSites } from "./test-sites";

/** `npm test`: everything, or only what is named: `npm test -- unit browser`. */
const kinds = ["types", "lint", "unused", "unit", "database", "browser"] as const;
type Kind = (typeof kinds)[number];

type Tally = { readonly passed: number; readonly failed: number };

const tools = {
  next: "node_modules/next/dist/bin/next",
  tsc: "node_modules/typescript/bin/tsc",
  biome: "node_modules/@biomejs/biome/bin/biome",
  knip: "node_modules/knip/bin/knip.js",
  vitest: "node_modules/vitest/vitest.mjs",
  playwright: "node_modules/@playwright/test/cli.js",
} as const;

const run: Record<Kind, () => Promise<Tally>> = {
  async types() {
    const generated = await runCommand([tools.next, "typegen"]);
    return generated.code === 0 ? asOne(await runCommand([tools.tsc, "--noEmit"])) : asOne(generated);
  },
  lint: async () => asOne(await runCommand([tools.biome, "check", "--error-on-warnings"])),
  unused: async () => asOne(await runCommand([tools.knip])),
  unit: async () => counted(await runCommand([tools.vitest, "run", "--project", "unit"])),
  database: async () => counted(await runCommand([tools.vitest, "run", "--project", "database"])),
  async browser() {
    const browser = ensureBrowser(report);
    await buildIfChanged(report);
    const sites = await startTestSites();
    try {
      return counted(
        await runCommand([tools.playwright, "test", "--config", "e2e/playwright.config.ts"], {
          ...sites.env,
          E2E_BROWSER: browser,
        }),
      );
    } finally {
      await sites.stop();
    }
  },
};

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
  const total = { passed: 0, failed: 0 };
  for (const kind of kinds.filter((one) => asked.length === 0 || asked.includes(one))) {
    report(kind);
    const tally = await run[kind]();
    total.passed += tally.passed;
    total.failed += tally.failed;
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  process.exit(total.failed === 0 ? 0 : 1);
}

main().catch(fail);
