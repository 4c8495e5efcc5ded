import { beforeAll, describe, expect, test } from "vitest";
import { anArticle, figureFrom, mentionFrom, suggestionsOf, type TestArticle } from "../testing/articles";
import {
  aCollection,
  admin,
  done,
  everythingIn,
  loader,
  publish,
  reviewer,
  storkFigure,
  writer,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { acceptAsMention, acceptSuggestion, acceptSuggestions } from "./accept-suggestion";
import { rejectSuggestion } from "./reject-suggestion";
import { reviseFigure } from "./revise-figure";
import { undoSuggestion } from "./undo-suggestion";

describe("a suggestion", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
    });

    const article = async () => {
      const made = await anArticle(scratch.db);
      const [first, second, masked] = await suggestionsOf(scratch.db, made);
      return { made, first: first!, second: second!, masked: masked! };
    };
    const outcomes = async (made: TestArticle) =>
      (await suggestionsOf(scratch.db, made)).map(({ outcome }) => outcome);
    const accept = (made: TestArticle, one: Awaited<ReturnType<typeof article>>["first"], by = writer) =>
      acceptSuggestion(scratch.db, by, { suggestion: one.id, figure: figureFrom(made, one) });
    const state = async (publicId: string) => {
      const [row] =
        await scratch.sql`select f.status, f.row_version, d.number as draft, p.number as published,
          (select count(*)::int from anchors where revision_id = d.id) as mentions
        from figures f left join figure_revisions d on d.id = f.draft_revision_id
        left join figure_revisions p on p.id = f.published_revision_id where public_id = ${publicId}`;
      return row!;
    };

    test("accepted becomes a draft by whoever accepted it, with both in the audit", async () => {
      const { made, first } = await article();
      const publicId = done(await accept(made, first));
      expect(await state(publicId)).toMatchObject({ status: "draft", draft: 1, published: null });
      const [now] = await suggestionsOf(scratch.db, made);
      expect(now).toMatchObject({
        outcome: "accepted",
        figure: { publicId, status: "draft" },
        decidedBy: writer.id,
      });
      const lines = await scratch.sql`select verb, entity from audit_events order by seq desc limit 2`;
      expect([...lines]).toEqual([
        { verb: "accept_suggestion", entity: `suggestion:${first.id}` },
        { verb: "record_figure", entity: `figure:${publicId}` },
      ]);
    });

    test("accepted once more answers with the figure it became, and makes no second", async () => {
      const { made, first } = await article();
      const figure = figureFrom(made, first);
      const both = await Promise.all([
        acceptSuggestion(scratch.db, writer, { suggestion: first.id, figure }),
        acceptSuggestion(scratch.db, reviewer, { suggestion: first.id, figure: figureFrom(made, first) }),
      ]);
      const [one, two] = both.map(done);
      expect(one).toBe(two);
      const before = await everythingIn(scratch.sql);
      expect(done(await acceptSuggestion(scratch.db, writer, { suggestion: first.id, figure }))).toBe(one);
      expect(await everythingIn(scratch.sql)).toBe(before);
    });

    test("is refused with everything undone where the figure is", async () => {
      const { made, first } = await article();
      const before = await everythingIn(scratch.sql);
      const figure = figureFrom(made, first, { metric: "no-such-metric" });
      const answer = await acceptSuggestion(scratch.db, writer, { suggestion: first.id, figure });
      expect(answer).toMatchObject({ ok: false, refusal: { kind: "invalid" } });
      expect(await everythingIn(scratch.sql)).toBe(before);
    });

    test("is not accepted by a figure that stands on another number, nor where there is none", async () => {
      const { made, first, second } = await article();
      const before = await everythingIn(scratch.sql);
      const other = figureFrom(made, second);
      expect(
        await acceptSuggestion(scratch.db, writer, { suggestion: first.id, figure: other }),
      ).toMatchObject({ refusal: { fields: { mentions: expect.anything() } } });
      const nowhere = { suggestion: 999_999, figure: figureFrom(made, first) };
      expect(await acceptSuggestion(scratch.db, writer, nowhere)).toMatchObject({
        refusal: { fields: { suggestion: expect.anything() } },
      });
      expect(await everythingIn(scratch.sql)).toBe(before);
    });

    test("may be accepted although a rule masks it", async () => {
      const { made, masked } = await article();
      expect(masked.proposal.mask).toEqual({ rule: "date", reason: "a date" });
      done(await accept(made, masked));
      expect((await outcomes(made))[2]).toBe("accepted");
    });

    test("accepted among many is answered for itself", async () => {
      const { made, first, second } = await article();
      const wrong = { suggestion: first.id, figure: figureFrom(made, first, { unit: "no-such-unit" }) };
      const right = { suggestion: second.id, figure: figureFrom(made, second) };
      const answers = await acceptSuggestions(scratch.db, writer, [wrong, right]);
      expect(answers.map(({ ok }) => ok)).toEqual([false, true]);
      expect(await outcomes(made)).toEqual(["pending", "accepted", "pending"]);
    });

    test("rejected keeps its reason, again or not, and can no longer be accepted", async () => {
      const { made, first } = await article();
      const reason = "A headline";
      done(await rejectSuggestion(scratch.db, writer, { suggestion: first.id, reason }));
      const before = await everythingIn(scratch.sql);
      done(await rejectSuggestion(scratch.db, reviewer, { suggestion: first.id, reason: null }));
      expect(await accept(made, first)).toEqual({ ok: false, refusal: { kind: "conflict" } });
      expect(await everythingIn(scratch.sql)).toBe(before);
      const [now] = await suggestionsOf(scratch.db, made);
      expect(now).toMatchObject({ outcome: "rejected", reason, decidedBy: writer.id, figure: null });
    });

    test("accepted cannot be rejected", async () => {
      const { made, first } = await article();
      done(await accept(made, first));
      const answer = await rejectSuggestion(scratch.db, reviewer, { suggestion: first.id, reason: null });
      expect(answer).toEqual({ ok: false, refusal: { kind: "conflict" } });
    });

    describe("taken back", () => {
      test("is pending again, and its draft is discarded but kept in the history", async () => {
        const { made, first, second } = await article();
        const publicId = done(await accept(made, first));
        done(await rejectSuggestion(scratch.db, writer, { suggestion: second.id, reason: "No" }));
        for (const { id } of [first, second])
          done(await undoSuggestion(scratch.db, writer, { suggestion: id }));
        expect(await outcomes(made)).toEqual(["pending", "pending", "pending"]);
        expect(await state(publicId)).toMatchObject({ status: "draft", draft: null, published: null });
        const [kept] = await scratch.sql`select count(*)::int from figure_revisions r
          join figures f on f.id = r.figure_id where public_id = ${publicId}`;
        expect(kept!.count).toBe(1);
        const before = await everythingIn(scratch.sql);
        done(await undoSuggestion(scratch.db, writer, { suggestion: first.id }));
        expect(await everythingIn(scratch.sql)).toBe(before);
        expect(done(await accept(made, first))).not.toBe(publicId);
      });

      test("is refused once the figure is published", async () => {
        const { made, first } = await article();
        const figure = figureFrom(made, first);
        done(await acceptSuggestion(scratch.db, loader, { suggestion: first.id, figure }));
        await scratch.sql`insert into passages (source_version_id, ordinal, start, "end")
          select source_version_id, 0, sentence_start, sentence_end from suggestions where id = ${first.id}`;
        await publish(scratch.db, figure);
        const before = await everythingIn(scratch.sql);
        expect(await undoSuggestion(scratch.db, writer, { suggestion: first.id })).toEqual({
          ok: false,
          refusal: { kind: "conflict" },
        });
        expect(await everythingIn(scratch.sql)).toBe(before);
        expect((await outcomes(made))[0]).toBe("accepted");
      });

      test("is not needed where the draft was discarded: it is pending of itself", async () => {
        const { made, first } = await article();
        const publicId = done(await accept(made, first));
        await scratch.sql`update figures set draft_revision_id = null where public_id = ${publicId}`;
        expect((await suggestionsOf(scratch.db, made))[0]).toMatchObject({
          outcome: "pending",
          figure: null,
        });
        expect(done(await accept(made, first))).not.toBe(publicId);
      });
    });

    describe("as one more mention", () => {
      const accepted = async () => {
        const { made, first, second } = await article();
        const publicId = done(await accept(made, first));
        const { sentence, quantity } = second.proposal;
        const mention = mentionFrom(made, { sentence, number: quantity.number });
        return { made, first, second, publicId, mention };
      };
      const addTo = (
        { second, publicId, mention }: Awaited<ReturnType<typeof accepted>>,
        rowVersion: number,
      ) =>
        acceptAsMention(scratch.db, reviewer, {
          suggestion: second.id,
          figure: publicId,
          rowVersion,
          mention,
        });

      test("adds its sentence to the draft of the figure", async () => {
        const made = await accepted();
        const { row_version } = await state(made.publicId);
        expect(done(await addTo(made, row_version))).toBe(made.publicId);
        expect(await state(made.publicId)).toMatchObject({ draft: 2, mentions: 2 });
        expect(await outcomes(made.made)).toEqual(["accepted", "accepted", "pending"]);
        const list = await suggestionsOf(scratch.db, made.made);
        expect(list[1]!.figure!.publicId).toBe(made.publicId);
      });

      test("is refused where the figure was saved since it was read", async () => {
        const made = await accepted();
        const { row_version } = await state(made.publicId);
        const before = await everythingIn(scratch.sql);
        expect(await addTo(made, row_version + 1)).toMatchObject({ refusal: { kind: "conflict" } });
        expect(await everythingIn(scratch.sql)).toBe(before);
      });

      test("is taken back to the draft that stood before, before that is, and not once it is built upon", async () => {
        const made = await accepted();
        done(await addTo(made, (await state(made.publicId)).row_version));
        const first = await undoSuggestion(scratch.db, writer, { suggestion: made.first.id });
        expect(first).toEqual({ ok: false, refusal: { kind: "conflict" } });
        done(await undoSuggestion(scratch.db, writer, { suggestion: made.second.id }));
        expect(await state(made.publicId)).toMatchObject({ draft: 1, mentions: 1 });
        done(await addTo(made, (await state(made.publicId)).row_version));
        const { row_version: rowVersion } = await state(made.publicId);
        const figure = figureFrom(made.made, made.first, { publicId: made.publicId });
        const why = { change: "revision", changeReason: "Edited", rowVersion } as const;
        done(await reviseFigure(scratch.db, writer, { ...figure, ...why }));
        expect(await undoSuggestion(scratch.db, writer, { suggestion: made.second.id })).toEqual({
          ok: false,
          refusal: { kind: "conflict" },
        });
      });

      test("is refused for a figure that was discarded, or is not there", async () => {
        const made = await accepted();
        await scratch.sql`update figures set draft_revision_id = null where public_id = ${made.publicId}`;
        const before = await everythingIn(scratch.sql);
        expect(await addTo(made, 1)).toMatchObject({ refusal: { fields: { figure: expect.anything() } } });
        const nowhere = { ...made, publicId: storkFigure(made.made, { mentions: [made.mention] }).publicId };
        expect(await addTo(nowhere, 1)).toMatchObject({ refusal: { fields: { figure: expect.anything() } } });
        expect(await everythingIn(scratch.sql)).toBe(before);
      });
    });

    test("never changes in what was proposed, and is never deleted", async () => {
      const { first } = await article();
      for (const column of ["score = 0", "mask = 'x'", "number_end = number_end + 1", "proposal = '{}'"])
        await expect(
          scratch.sql.unsafe(`update suggestions set ${column} where id = ${first.id}`),
        ).rejects.toMatchObject({ constraint_name: "append_only" });
      await expect(scratch.sql`delete from suggestions`).rejects.toMatchObject({
        constraint_name: "append_only",
      });
    });

    test("is decided about by every role, each in their own name", async () => {
      for (const editor of [writer, reviewer, admin, loader]) {
        const { made, first, second } = await article();
        const publicId = done(await accept(made, first, editor));
        expect(publicId).toMatch(/^[0-9a-z]{8}$/);
        done(await rejectSuggestion(scratch.db, editor, { suggestion: second.id, reason: null }));
        done(await undoSuggestion(scratch.db, editor, { suggestion: first.id }));
        const lines = await scratch.sql`select verb from audit_events where editor_id = ${editor.id}
          and entity in (${`suggestion:${first.id}`}, ${`suggestion:${second.id}`}) order by seq`;
        expect(lines.map(({ verb }) => verb)).toEqual([
          "accept_suggestion",
          "reject_suggestion",
          "undo_suggestion",
        ]);
      }
    });
  });
});
