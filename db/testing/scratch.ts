import { afterAll, describe, inject } from "vitest";
import type { Engine } from "../client";
import { copyTemplate, openEmpty, type Scratch } from "./templates";

export type { Scratch };

export const engines = ["embedded", "postgres"] as const satisfies readonly Engine[];

/** A fresh migrated database on `engine`. Whoever opens it drops it; `eachEngine` does so by itself. */
export function openScratch(engine: Engine): Promise<Scratch> {
  return copyTemplate(inject("templates"), engine);
}

/** A database on `engine` without any table, dropped by whoever opens it. */
export function openBare(engine: Engine): Promise<Scratch> {
  return openEmpty(inject("templates"), engine);
}

/** Runs the same tests on every engine. What `open` gives is dropped after the last of them, also when they fail. */
export function eachEngine(body: (open: () => Promise<Scratch>, engine: Engine) => void): void {
  describe.each(engines)("on %s", (engine) => {
    const opened: Promise<Scratch>[] = [];
    afterAll(async () => {
      const databases = await Promise.allSettled(opened);
      await Promise.all(databases.map((one) => one.status === "fulfilled" && one.value.drop()));
    });
    body(() => {
      const opening = openScratch(engine);
      opened.push(opening);
      return opening;
    }, engine);
  });
}
