import { beforeAll, describe, expect, test } from "vitest";
import { mostOpen, type OpenObjection } from "@/domain/objection";
import { countObjections, listObjections } from "../queries/list-objections";
import {
  aCollection,
  admin,
  aSource,
  done,
  loader,
  published,
  reviewer,
  storkFigure,
  writer,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { answerObjection } from "./answer-objection";
import { recordObjection } from "./record-objection";

const words = "<script>alert(1)</script> It says fifteen hundred nests, not storks.";

describe("a reader who reads a figure differently", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let revision: number;
    let publicId: string;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      const source = await aSource(scratch.db);
      await published(scratch.db, storkFigure(source, { place: null }));
      const figure = storkFigure(source);
      publicId = figure.publicId;
      revision = await published(scratch.db, figure);
    });

    const sent = (wish: object = {}) => ({
      publicId,
      asOf: revision,
      about: "value" as const,
      shouldSay: "1500 nests",
      words,
      email: "Reader@Example.org",
      locale: "fr" as const,
      ...wish,
    });
    const send = async (wish: object = {}) => done(await recordObjection(scratch.db, loader, sent(wish)));
    const waiting = async (): Promise<OpenObjection[]> =>
      (await listObjections(scratch.db, { after: null, size: 100 })).objections;

    test("is heard with the figure, its revision and the revision of the collection they saw", async () => {
      const id = await send();
      const [heard] = await waiting();
      expect(heard).toMatchObject({
        ...{ id, figureId: publicId, seen: 1, current: 1, asOf: revision, about: "value" },
        ...{ shouldSay: "1500 nests", words, email: "reader@example.org", locale: "fr" },
      });
      expect(await countObjections(scratch.db)).toBe(1);
    });

    test("leaves neither words nor email in the audit, which is for ever", async () => {
      const lines = await scratch.sql`select * from audit_events where verb = 'record_objection'`;
      expect(lines).toHaveLength(1);
      expect(lines[0]!.after).toEqual({ figure: publicId, asOf: revision, about: "value" });
      expect(JSON.stringify(lines)).not.toMatch(/nests|example\.org/);
    });

    test("is asked for what is missing, and for nothing else", async () => {
      const wrong = async (wish: object) => {
        const answer = await recordObjection(scratch.db, loader, sent(wish));
        return !answer.ok && answer.refusal.kind === "invalid" ? Object.keys(answer.refusal.fields) : answer;
      };
      expect(await wrong({ words: "  " })).toEqual(["words"]);
      expect(await wrong({ words: "a".repeat(2001) })).toEqual(["words"]);
      expect(await wrong({ words: "a\u0000" })).toEqual(["words"]);
      expect(await wrong({ about: "colour" })).toEqual(["about"]);
      expect(await wrong({ email: "nobody" })).toEqual(["email"]);
      expect(await wrong({ shouldSay: "a".repeat(201) })).toEqual(["shouldSay"]);
      expect(await wrong({ asOf: revision - 1 }), "not shown then").toEqual(["publicId"]);
      await send({ shouldSay: " ", email: "" });
      expect((await waiting()).at(-1)).toMatchObject({ shouldSay: null, email: null });
    });

    test("is answered once, by a reviewer, and their email is forgotten", async () => {
      const id = await send();
      const answer = { id, outcome: "declined" as const, answer: "The sentence counts storks." };
      expect(await answerObjection(scratch.db, writer, answer)).toMatchObject({
        refusal: { kind: "forbidden" },
      });
      const mute = await answerObjection(scratch.db, reviewer, { ...answer, answer: " " });
      expect(mute).toMatchObject({ refusal: { kind: "invalid", fields: { answer: expect.anything() } } });
      expect(done(await answerObjection(scratch.db, reviewer, answer))).toBe(publicId);
      expect((await waiting()).map((one) => one.id)).not.toContain(id);
      const [row] = await scratch.sql`select * from objections where id = ${id}`;
      expect(row).toMatchObject({ outcome: "declined", email: null, answered_by: "rui", words });
      expect(await answerObjection(scratch.db, admin, answer)).toMatchObject({
        refusal: { kind: "conflict" },
      });
      const [line] = await scratch.sql`select * from audit_events where verb = 'answer_objection'`;
      expect(line).toMatchObject({ editor_id: "rui", entity: `objection:${id}` });
    });

    test("wrote what the database lets nobody change", async () => {
      const id = await send();
      const refusedBy = (rule: string) => expect.objectContaining({ constraint_name: rule });
      await expect(scratch.sql`update objections set words = 'other' where id = ${id}`).rejects.toEqual(
        refusedBy("append_only"),
      );
      await expect(scratch.sql`delete from objections where id = ${id}`).rejects.toEqual(
        refusedBy("append_only"),
      );
      await expect(
        scratch.sql`update objections set outcome = 'accepted', answered_by = 'rui', answered_at = now() where id = ${id}`,
        "the email would be kept",
      ).rejects.toEqual(refusedBy("email_is_forgotten"));
    });

    test("is thanked no more once very many wait, and the queue is read page by page", async () => {
      let open = await countObjections(scratch.db);
      for (; open < mostOpen; open++) await send({ email: "" });
      expect(await recordObjection(scratch.db, loader, sent())).toMatchObject({
        refusal: { kind: "conflict" },
      });
      const first = await listObjections(scratch.db, { after: null, size: 25 });
      const second = await listObjections(scratch.db, { after: first.next, size: 25 });
      expect([...first.objections, ...second.objections]).toHaveLength(mostOpen);
      expect(second.next).toBeNull();
    });
  });
});
