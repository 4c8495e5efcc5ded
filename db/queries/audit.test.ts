import type { Sql, TransactionSql } from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { describeCollection } from "../mutations/describe-collection";
import { publishFigures } from "../mutations/publish-figures";
import { recordFigure } from "../mutations/record-figure";
import { rejectSuggestion } from "../mutations/reject-suggestion";
import { anArticle, suggestionsOf } from "../testing/articles";
import {
  aCollection,
  admin,
  aFigure,
  aSource,
  brokenRule,
  done,
  loader,
  publish,
  reviewer,
  storkCollection,
  storkFigure,
  type TestSource,
  writer,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { type ChainCheck, checkAuditChain } from "./check-audit-chain";
import { auditColumns, listAuditChoices, listAuditEvents, streamAuditRows } from "./list-audit-events";

describe("the audit", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let source: TestSource;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      source = await aSource(scratch.db);
    });

    const lines = async (sql: Sql | TransactionSql = scratch.sql) =>
      (await sql`select seq::int from audit_events order by seq`).map(({ seq }) => seq as number);

    test("is a chain from its first line, each commit hashed onto the one before", async () => {
      const before = await checkAuditChain(scratch.db);
      await aFigure(scratch.db, storkFigure(source), writer);
      const after = await checkAuditChain(scratch.db);
      expect([before, after]).toMatchObject([{ sound: true }, { sound: true }]);
      const sound = [before, after].filter((check) => check.sound);
      expect(sound[1]!.lines).toBe(sound[0]!.lines + 1);
      expect(await checkAuditChain(scratch.db, sound[0]!.hash)).toMatchObject({ holdsKnown: true });
      expect(await checkAuditChain(scratch.db, "f".repeat(64))).toMatchObject({
        sound: true,
        holdsKnown: false,
      });
    });

    test("has no link for what was rolled back", async () => {
      const before = await checkAuditChain(scratch.db);
      const outer = scratch.db.transaction(async (tx) => {
        done(await recordFigure(tx, writer, storkFigure(source)));
        throw new Error("changed our mind");
      });
      await expect(outer).rejects.toThrow("changed our mind");
      expect(await checkAuditChain(scratch.db)).toEqual(before);
    });

    test("is one chain when twenty write at once", async () => {
      const before = (await lines()).length;
      await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          recordFigure(scratch.db, n % 2 === 0 ? writer : reviewer, storkFigure(source)),
        ),
      );
      const check = await checkAuditChain(scratch.db);
      expect(check).toMatchObject({ sound: true, lines: before + 20 });
    });

    test("never locks writers that take the same things in another order", async () => {
      const article = await anArticle(scratch.db);
      const [one] = await suggestionsOf(scratch.db, article);
      const figures = Array.from({ length: 6 }, () => storkFigure(source));
      for (const figure of figures) await aFigure(scratch.db, figure);
      const publishFirst = figures.slice(0, 3).map((figure) =>
        scratch.db.transaction(async (tx) => {
          await publish(tx, figure);
          done(await describeCollection(tx, loader, storkCollection()));
          await rejectSuggestion(tx, writer, { suggestion: one!.id, reason: null });
        }),
      );
      const auditFirst = figures.slice(3).map((figure) =>
        scratch.db.transaction(async (tx) => {
          await rejectSuggestion(tx, reviewer, { suggestion: 999_999, reason: null });
          done(await recordFigure(tx, reviewer, storkFigure(source)));
          await publish(tx, figure);
        }),
      );
      await Promise.all([...publishFirst, ...auditFirst]);
      expect(await checkAuditChain(scratch.db)).toMatchObject({ sound: true });
    });

    describe("tells of", () => {
      /** What the check says of a chain somebody tampered with who may do anything; nothing of it is kept. */
      const checkAfter = async (tamper: (tx: TransactionSql, seqs: number[]) => Promise<unknown>) => {
        const undone = new Error("undone");
        let check: ChainCheck | undefined;
        const seqs = await lines();
        const doing = scratch.db.transaction(async (tx) => {
          const session = (tx as unknown as { session: { client: TransactionSql } }).session.client;
          for (const table of ["audit_events", "audit_links", "audit_head"])
            await session.unsafe(`alter table ${table} disable trigger all`);
          await tamper(session, seqs);
          check = await checkAuditChain(tx);
          throw undone;
        });
        await expect(doing).rejects.toBe(undone);
        expect(await checkAuditChain(scratch.db)).toMatchObject({ sound: true });
        return check;
      };
      const third = (seqs: number[]) => seqs[2]!;

      test.each([
        ["what was done", `after = '{"forged": true}'`],
        ["how it was", `before = '{"forged": true}'`],
        ["who did it", `editor_id = 'rui'`],
        ["when", `at = at + interval '1 microsecond'`],
        ["the verb", `verb = 'forged'`],
        ["the entity", `entity = 'forged'`],
      ])("a line changed in %s", async (_, change) => {
        let seq = 0;
        const check = await checkAfter((tx, seqs) => {
          seq = third(seqs);
          return tx.unsafe(`update audit_events set ${change} where seq = ${seq}`);
        });
        expect(check).toEqual({ sound: false, seq, why: "changed" });
      });

      test("a line taken out, with its link or without", async () => {
        const seqs = await lines();
        const alone = await checkAfter((tx) => tx`delete from audit_events where seq = ${seqs[2]!}`);
        expect(alone).toEqual({ sound: false, seq: seqs[2], why: "missing" });
        const both = await checkAfter(async (tx) => {
          await tx`delete from audit_links where seq = ${seqs[2]!}`;
          await tx`delete from audit_events where seq = ${seqs[2]!}`;
        });
        expect(both).toEqual({ sound: false, seq: seqs[3], why: "missing" });
      });

      test("the newest lines taken out", async () => {
        const check = await checkAfter(async (tx, seqs) => {
          await tx`delete from audit_links where seq = ${seqs.at(-1)!}`;
          await tx`delete from audit_events where seq = ${seqs.at(-1)!}`;
        });
        expect(check).toEqual({ sound: false, seq: null, why: "missing" });
      });

      test("two lines that changed places, or whose links did", async () => {
        const seqs = await lines();
        const [one, two] = [seqs[2]!, seqs[4]!];
        const contents = await checkAfter(
          (tx) => tx`update audit_events a set (verb, entity, before, after, at, editor_id) =
            (select verb, entity, before, after, at, editor_id from audit_events b
              where b.seq = ${one}::int + ${two}::int - a.seq) where a.seq in (${one}, ${two})`,
        );
        expect(contents).toEqual({ sound: false, seq: one, why: "changed" });
        const links = await checkAfter(async (tx) => {
          const was = await tx`delete from audit_links where seq in (${one}, ${two}) returning *`;
          for (const { position, seq, prev_hash, hash } of was)
            await tx`insert into audit_links values (${position}, ${one + two - Number(seq)}, ${prev_hash}, ${hash})`;
        });
        expect(links).toEqual({ sound: false, seq: two, why: "changed" });
      });

      test("a line slipped in past the chain", async () => {
        let seq = 0;
        const check = await checkAfter(async (tx) => {
          const [row] = await tx`insert into audit_events (editor_id, verb, entity)
            values ('ana', 'forged', 'forged') returning seq::int`;
          seq = row!.seq;
        });
        expect(check).toEqual({ sound: false, seq, why: "unlinked" });
      });

      test("a hash that was made to fit itself again, by the one after it", async () => {
        const seqs = await lines();
        const check = await checkAfter(async (tx) => {
          await tx`update audit_events set verb = 'forged' where seq = ${seqs[2]!}`;
          await tx`update audit_links l set hash = encode(sha256(convert_to(l.prev_hash || audit_content(e), 'UTF8')), 'hex')
            from audit_events e where e.seq = l.seq and l.seq = ${seqs[2]!}`;
        });
        expect(check).toEqual({ sound: false, seq: seqs[3], why: "missing" });
      });
    });

    test("has links that nobody writes again", async () => {
      expect(await brokenRule(scratch.sql, (tx) => tx`update audit_links set hash = repeat('0', 64)`)).toBe(
        "append_only",
      );
      expect(await brokenRule(scratch.sql, (tx) => tx`delete from audit_links`)).toBe("append_only");
      expect(await brokenRule(scratch.sql, (tx) => tx`delete from audit_head`)).toBe("append_only");
    });

    describe("is listed", () => {
      const all = async (filter: Parameters<typeof listAuditEvents>[1]) =>
        (await listAuditEvents(scratch.db, filter, { size: 1000 })).events;

      test("newest first, page by page, by whom, with what was and what is", async () => {
        const figure = await aFigure(scratch.db, storkFigure(source), admin);
        const first = await listAuditEvents(scratch.db, {}, { size: 3 });
        expect(first.events[0]).toMatchObject({
          editor: { id: admin.id, name: admin.id },
          verb: "record_figure",
          entity: `figure:${figure.publicId}`,
          before: null,
          after: { publicId: figure.publicId },
          hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        });
        const seqs: number[] = [];
        for (let after: number | null = null; ; ) {
          const page: Awaited<ReturnType<typeof listAuditEvents>> = await listAuditEvents(
            scratch.db,
            {},
            { size: 3, after },
          );
          seqs.push(...page.events.map(({ seq }) => seq));
          after = page.next;
          if (after === null) break;
        }
        expect(seqs).toEqual((await lines()).reverse());
      });

      test("by who, verb, what it was written to, and days", async () => {
        const article = await anArticle(scratch.db);
        await publishFigures(scratch.db, reviewer, { publicIds: ["00000000"], route: "seed", summary: "No" });
        const entity = `source:${article.slug}`;
        expect(await all({ entity })).toMatchObject([{ verb: "record_article", editor: { id: writer.id } }]);
        const sources = await all({ entity: "source" });
        expect(sources.length).toBeGreaterThan(1);
        expect(sources.every((event) => event.entity.startsWith("source:"))).toBe(true);
        expect(await all({ entity: "sourc_" })).toEqual([]);
        expect((await all({ editor: writer.id, verb: "record_article" })).length).toBeGreaterThan(0);
        expect(await all({ editor: loader.id, verb: "record_article" })).toEqual([]);
        const [{ today, tomorrow }] =
          (await scratch.sql`select (now() at time zone 'UTC')::date::text as today,
          ((now() at time zone 'UTC')::date + 2)::text as tomorrow`) as unknown as [
            { today: string; tomorrow: string },
          ];
        expect((await all({ from: "2000-01-01", to: tomorrow })).length).toBe((await lines()).length);
        expect(await all({ from: tomorrow })).toEqual([]);
        expect(await all({ to: "2000-01-01" })).toEqual([]);
        expect(today < tomorrow).toBe(true);
        const { editors, verbs } = await listAuditChoices(scratch.db);
        expect(editors.map(({ id }) => id)).toEqual(expect.arrayContaining([writer.id, loader.id]));
        expect(verbs).toEqual(expect.arrayContaining(["record_article", "record_figure"]));
        expect(verbs).not.toContain("publish_nothing");
      });

      test("whole, row by row, for export", async () => {
        const rows: (readonly (string | null)[])[] = [];
        for await (const row of streamAuditRows(scratch.db, { verb: "record_figure" })) rows.push(row);
        expect(rows.length).toBe((await all({ verb: "record_figure" })).length);
        expect(rows.every((row) => row.length === auditColumns.length)).toBe(true);
        const cell = (name: (typeof auditColumns)[number]) => rows[0]![auditColumns.indexOf(name)]!;
        expect(cell("verb")).toBe("record_figure");
        expect(cell("at")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(JSON.parse(cell("after"))).toHaveProperty("publicId");
        expect(cell("before")).toBeNull();
      });
    });
  });
});
