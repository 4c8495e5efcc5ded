import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { expect, test } from "vitest";
import { z } from "zod";
import { reviewer, writer } from "../testing/makers";
import { refusals } from "./leave";
import { mutation, Refused } from "./mutation";

const db = {
  transaction: (work: (tx: never) => Promise<unknown>) => work({} as never),
} as Parameters<ReturnType<typeof mutation>>[0];

async function told(attempt: () => Promise<unknown>): Promise<unknown[]> {
  const heard: unknown[] = [];
  const hear = (refused: unknown) => heard.push(refused);
  subscribe(refusals.name, hear);
  await attempt();
  unsubscribe(refusals.name, hear);
  return heard;
}

test("whoever tries what is not theirs to do is told of, with what it was", async () => {
  const publish = mutation(["review", "publish"], "publish_figures", z.object({}), async () => {
    throw new Refused({ kind: "forbidden", rule: "reviewer_is_not_the_author" });
  });
  const verb = "publish_figures";
  expect(await told(() => publish(db, writer, {}))).toEqual([{ editor: writer.id, verb, rule: "review" }]);
  expect(await told(() => publish(db, reviewer, {}))).toEqual([
    { editor: reviewer.id, verb, rule: "reviewer_is_not_the_author" },
  ]);
});

test("whoever may is not", async () => {
  const record = mutation("record", "record_figure", z.object({ day: z.string() }), async () => ({
    value: null,
    unchanged: true,
  }));
  expect(await told(() => record(db, writer, { day: "2025-01-01" }))).toEqual([]);
});
