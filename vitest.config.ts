import { defineConfig } from "vitest/config";

const alias = { "@": import.meta.dirname };
/** Other tests run beside these, and what is slow is not wrong. */
const testTimeout = 30_000;
/** What starts no processes has no need of one: a thread for each file is there sooner. */
const pool = "threads";

/** What counts the processor time of its process, which nothing else may take any of. */
const counts = "domain/grows-in-line.test.ts";

/** Two kinds of test: those that need nothing (of which most share their modules), and those that need both databases. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{app,seeds,bin,bench,docs}/**/*.test.{ts,tsx}"],
          exclude: ["seeds/load.test.ts"],
          pool,
          testTimeout,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "shared",
          include: ["{domain,components,messages}/**/*.test.{ts,tsx}"],
          exclude: [counts],
          // Nothing there remembers anything: a process and its modules for each file would prove no more.
          isolate: false,
          pool,
          testTimeout,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "counted",
          include: [counts],
          pool: "forks",
          testTimeout,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          include: ["db/**/*.test.ts", "seeds/load.test.ts"],
          globalSetup: "db/testing/global-setup.ts",
          hookTimeout: 180_000,
          testTimeout: 180_000,
          maxWorkers: 2,
          // As above; the one file that mocks a module clears up before and after itself.
          isolate: false,
        },
      },
    ],
  },
});
