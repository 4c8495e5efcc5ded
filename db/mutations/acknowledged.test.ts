import { randomInt } from "node:crypto";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { takeLease } from "../embedded/lease";
import { checkAuditChain } from "../queries/check-audit-chain";
import { type Acceptance, acceptUntilKilled } from "../testing/accept-process";
import { anArticle, figureFrom, suggestionsOf, type TestArticle } from "../testing/articles";
import { aCollection, done, writer } from "../testing/makers";
import { eachEngine, openScratch, type Scratch } from "../testing/scratch";
import { acceptSuggestion } from "./accept-suggestion";

const kills = 5;
const lanes = 4;
/** Processes are started and killed here, each with its own start-up: on a busy machine that takes a while. */
const patience = 120_000;

/** An article of so many sentences with a number each. */
async function anArticleOf(numbers: number, scratch: Scratch): Promise<TestArticle> {
  await aCollection(scratch.db);
  const sentence = (_: unknown, at: number) =>
    `Selon le ministère, ${1001 + at} cigognes 🐣 nichent au marais.`;
  return anArticle(scratch.db, Array.from({ length: numbers }, sentence).join("\n"));
}

/** What is still to be accepted of an article, each as a figure of its own. */
async function pendingIn({ db }: Scratch, article: TestArticle): Promise<Acceptance[]> {
  const pending = (await suggestionsOf(db, article)).filter(({ outcome }) => outcome === "pending");
  return pending.map((one) => ({ suggestion: one.id, figure: figureFrom(article, one) }));
}

/** Accepted suggestions by the public id of their draft; each must be whole, and nothing else be there. */
async function expectWhole({ sql, db }: Scratch, acknowledged: ReadonlySet<string>): Promise<void> {
  // One statement: what a process that was killed had left to do may come to its end meanwhile.
  const [found] = await sql`
    with accepted as (
      select s.id, f.public_id, r.id is not null as drafted, (
        select count(*)::int from audit_events a
        where a.verb = 'accept_suggestion' and a.entity = 'suggestion:' || s.id
        and a.editor_id = ${writer.id} and a.after ->> 'figure' = f.public_id
      ) as lines
      from suggestions s left join figures f on f.id = s.figure_id
      left join figure_revisions r on r.id = s.revision_id and r.id = f.draft_revision_id
      where s.outcome = 'accepted'
    )
    select (select coalesce(array_agg(public_id), '{}') from accepted) as accepted,
      (select coalesce(array_agg(id), '{}') from accepted where not drafted or lines <> 1) as partial,
      (select count(*)::int from figures) as figures, (select count(*)::int from figure_revisions) as revisions,
      (select count(*)::int from audit_events where verb = 'accept_suggestion') as lines`;
  const accepted = found!.accepted as string[];
  const count = accepted.length;
  expect(
    [...acknowledged].filter((one) => !accepted.includes(one)),
    "acknowledged and lost",
  ).toEqual([]);
  expect(found).toMatchObject({ partial: [], figures: count, revisions: count, lines: count });
  expect(await checkAuditChain(db)).toMatchObject({ sound: true });
}

describe("an accept that was acknowledged", () => {
  eachEngine((open, engine) => {
    test(
      "is there, whole, however often its process is killed in a burst of them",
      async () => {
        const scratch = await open();
        const article = await anArticleOf(90, scratch);
        const acknowledged = new Set<string>();
        for (let kill = 0; kill < kills; kill++) {
          const after = randomInt(1, 7);
          const told = await acceptUntilKilled(scratch.env, await pendingIn(scratch, article), after);
          expect(told.length, engine).toBeGreaterThanOrEqual(after);
          for (const publicId of told) acknowledged.add(publicId);
          await expectWhole(scratch, acknowledged);
        }
        expect((await pendingIn(scratch, article)).length, "it was a burst to the end").toBeGreaterThan(0);
      },
      patience,
    );
  });

  test(
    "is there when the embedded database is killed in the burst, and nothing is made twice",
    async () => {
      const numbers = 30;
      const scratch = await openScratch("embedded", "own process");
      onTestFinished(() => scratch.drop());
      const article = await anArticleOf(numbers, scratch);
      const wanted = await pendingIn(scratch, article);
      const killAt = randomInt(1, 25);
      const acknowledged = new Set<string>();
      let lostAnswers = 0;
      const killServer = async () => {
        const lease = (await takeLease(scratch.env.dataDir))!;
        await lease.until(({ pid }) => pid !== undefined);
        process.kill(lease.server.pid!, "SIGKILL");
      };
      const acceptOne = async (one: Acceptance) => {
        const publicId = done(await acceptSuggestion(scratch.db, writer, one));
        acknowledged.add(publicId);
        if (acknowledged.size === killAt) await killServer();
      };
      const lane = async () => {
        for (let one = wanted.shift(); one !== undefined; one = wanted.shift()) {
          const acceptance = one;
          await vi.waitFor(
            () =>
              acceptOne(acceptance).catch((error) => {
                lostAnswers++;
                throw error;
              }),
            { timeout: 90_000, interval: 50 },
          );
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      expect(lostAnswers, "it was killed in the burst").toBeGreaterThan(0);
      expect(acknowledged.size).toBe(numbers);
      await expectWhole(scratch, acknowledged);
    },
    patience,
  );
});
