import { afterAll, describe, inject } from "vitest";
import type { Engine } from "../client";
import { copyTemplate, openEmpty, type Scratch, type Templates } from "./templates";

export type { Scratch };

export const engines = ["embedded", "postgres"] as const satisfies readonly Engine[];

/** An embedded database is served by a process that serves others too, or by its own, which can be killed. */
type ServedBy = "host" | "own process";

/** A fresh migrated database on `engine`. Whoever opens it drops it; `eachEngine` does so by itself. */
export function openScratch(engine: Engine, by: ServedBy = "host"): Promise<Scratch> {
  return copyTemplate(templatesFor(by), engine);
}

/** A database on `engine` without any table, dropped by whoever opens it. */
export function openBare(engine: Engine, by: ServedBy = "host"): Promise<Scratch> {
  return openEmpty(templatesFor(by), engine);
}

/** Each file that is tested at a time has a host to itself: a long statement of one does not keep the other waiting. */
function templatesFor(by: ServedBy): Templates {
  const templates = inject("templates");
  if (by === "own process") return templates;
  const hosts = inject("hosts");
  return { ...templates, host: hosts[Number(process.env.VITEST_POOL_ID) % hosts.length] };
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
