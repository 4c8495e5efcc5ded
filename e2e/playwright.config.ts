import { defineConfig } from "@playwright/test";

/** `npm test -- browser` starts the sites and says here where they are; each test file is named for what a person does. */
const { E2E_EMBEDDED, E2E_BROWSER, CI } = process.env;
if (!E2E_EMBEDDED || !E2E_BROWSER) throw new Error("Run the browser tests with: npm test -- browser");

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  forbidOnly: Boolean(CI),
  retries: 0,
  workers: 3, // on two cores: a test waits a third of its time
  fullyParallel: true,
  reporter: [["line"]],
  timeout: 60_000,
  expect: { timeout: 15_000 }, // the other tests run beside these, and what is slow is not wrong
  use: {
    baseURL: E2E_EMBEDDED,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: E2E_BROWSER,
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), // Chromium refuses to run as root with its sandbox
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
