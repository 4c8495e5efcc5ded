import { defineConfig } from "vitest/config";

const alias = { "@": import.meta.dirname };

/** Two kinds of test: those that need nothing, and those that need both databases. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{app,domain,components,messages,seeds,bin,bench,docs}/**/*.test.{ts,tsx}"],
          exclude: ["seeds/load.test.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          include: ["db/**/*.test.ts", "seeds/load.test.ts"],
          globalSetup: "db/testing/global-setup.ts",
          hookTimeout: 90_000,
          testTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
