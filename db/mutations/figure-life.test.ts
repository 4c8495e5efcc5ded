import { beforeAll, describe, expect, test } from "vitest";
import type { FigureInput } from "@/domain/inputs";
import { mergeDrafts } from "@/domain/merge-drafts";
import type { Editor } from "@/domain/permission";
import type { FigureState, Refusal, Result } from "@/domain/result";
import { currentRevision } from "../queries/current-revision";
import { findDraft } from "../queries/find-draft";
import { findFigure } from "../queries/find-figure";
import { findSource } from "../queries/find-source";
import { listDrafts } from "../queries/list-drafts";
import { listFigureHistory } from "../queries/list-figure-history";
import { listReviewQueue } from "../queries/list-review-queue";
import {
  aCollection,
  admin,
  aFigure,
  aMention,
  aSource,
  brokenRule,
  done,
  everythingIn,
  figureOf,
  loader,
  on,
  published,
  reviewer,
  storkFigure,
  type TestSource,
  unseen,
  writer,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { approveFigures } from "./approve-figures";
import { discardDraft } from "./discard-draft";
import { recordFigure } from "./record-figure";
import { restoreRevision } from "./restore-revision";
import { retractFigure } from "./retract-figure";
import { reviseFigure } from "./revise-figure";
import { sendBackFigure } from "./send-back-figure";
import { setReview } from "./set-review";
import { submitFigures } from "./submit-figures";

let year = 2040;
/** Days that no other figure of these tests is about, so that nothing is to be warned of. */
const apart = () => {
  year++;
  return { period: on(`${year}-05-04`), reportedOn: on(`${year}-05-05`) };
};

describe("the life of a figure", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let source: TestSource;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      source = await aSource(scratch.db);
    });

    const draft = (wish: Partial<FigureInput> = {}, author: Editor = writer) =>
      aFigure(scratch.db, storkFigure(source, { ...apart(), ...wish }), author);
    const versionOf = async ({ publicId }: FigureInput): Promise<number> => {
      const [row] = await scratch.sql`select row_version from figures where public_id = ${publicId}`;
      return row!.row_version;
    };
    const asRead = async (figure: FigureInput) => ({
      publicId: figure.publicId,
      rowVersion: await versionOf(figure),
    });
    const submit = async (figure: FigureInput, reasons: Record<string, string> = {}, editor = writer) =>
      submitFigures(scratch.db, editor, { figures: [{ ...(await asRead(figure)), reasons }] });
    const approve = async (figure: FigureInput, editor: Editor = reviewer) =>
      approveFigures(scratch.db, editor, { figures: [await asRead(figure)], comment: null });
    const revise = async (figure: FigureInput, wish: Partial<FigureInput>, editor = writer) =>
      reviseFigure(scratch.db, editor, {
        ...{ ...figure, ...wish, change: "revision", changeReason: "News" },
        rowVersion: await versionOf(figure),
      });
    const stateOf = async ({ publicId }: FigureInput) => {
      const [row] = await scratch.sql`select status, draft_revision_id is not null as drafted,
        submitted_at is not null as submitted from figures where public_id = ${publicId}`;
      return { ...row };
    };
    const shown = async ({ publicId }: FigureInput) =>
      findFigure(scratch.db, publicId, await currentRevision(scratch.db));
    const lines = async () => (await scratch.sql`select count(*)::int from audit_events`)[0]!.count as number;
    const lastLine = async () =>
      (
        await scratch.sql`select verb, entity, editor_id, after from audit_events order by seq desc limit 1`
      )[0];
    const publicFigure = async (wish: Partial<FigureInput> = {}) => {
      const figure = await draft(wish);
      done(await submit(figure));
      done(await approve(figure));
      return figure;
    };
    const leavesNothing = async <T>(write: () => Promise<Result<T, Refusal>>): Promise<Refusal> => {
      const before = await everythingIn(scratch.sql);
      const result = await write();
      expect(await everythingIn(scratch.sql)).toBe(before);
      if (result.ok) throw new Error("it was not refused");
      return result.refusal;
    };

    test("goes from one person's draft through another's approval to readers", async () => {
      const figure = await draft();
      expect(await stateOf(figure)).toEqual({ status: "draft", drafted: true, submitted: false });
      done(await submit(figure));
      expect(await lastLine()).toMatchObject({ verb: "submit_figures", entity: `figure:${figure.publicId}` });
      expect(await stateOf(figure)).toEqual({ status: "in_review", drafted: true, submitted: true });
      expect(await shown(figure)).toBeNull();
      const revision = done(await approve(figure));
      expect(await stateOf(figure)).toEqual({ status: "published", drafted: false, submitted: false });
      expect(await shown(figure)).toMatchObject({ status: "published", change: "first" });
      expect(await lastLine()).toMatchObject({ verb: "approve_figures", editor_id: reviewer.id });
      const { entries } = await listFigureHistory(scratch.db, figure.publicId);
      expect(entries).toMatchObject([
        {
          ...{ number: 1, author: { id: "ana" } },
          reviews: [{ decision: "approve", by: { id: "rui" } }],
          publications: [{ route: "review", from: revision, to: null, by: { id: "rui" } }],
        },
      ]);
    });

    describe("asks who one is", () => {
      const verbs: Record<
        string,
        (figure: FigureInput, editor: Editor) => Promise<Result<unknown, Refusal>>
      > = {
        submit: (figure, editor) => submit(figure, {}, editor),
        approve: (figure, editor) => approve(figure, editor),
        sendBack: async (figure, editor) =>
          sendBackFigure(scratch.db, editor, { ...(await asRead(figure)), comment: "?" }),
        retract: async (figure, editor) =>
          retractFigure(scratch.db, editor, { ...(await asRead(figure)), reason: "Twice" }),
        discard: async (figure, editor) => discardDraft(scratch.db, editor, await asRead(figure)),
        restore: async (figure, editor) =>
          restoreRevision(scratch.db, editor, {
            ...{ ...(await asRead(figure)), number: 1, change: "correction", reason: "Was right" },
          }),
      };
      const states: Record<string, () => Promise<FigureInput>> = {
        submit: () => draft(),
        approve: () => submitted(),
        sendBack: () => submitted(),
        retract: () => publicFigure(),
        discard: () => draft(),
        restore: () => publicFigure(),
      };
      const submitted = async () => {
        const figure = await draft();
        done(await submit(figure));
        return figure;
      };
      const stranger = { id: "seeds", role: "system" } as const;
      test.each([
        ["submit", [writer, reviewer, admin], []],
        ["approve", [reviewer, admin], [writer, stranger]],
        ["sendBack", [reviewer, admin], [writer, stranger]],
        ["retract", [reviewer, admin], [writer, stranger]],
        ["discard", [writer, reviewer, admin], []],
        ["restore", [writer, reviewer, admin], []],
      ] as [string, Editor[], Editor[]][])("to %s", async (verb, may, mayNot) => {
        for (const editor of mayNot) {
          const figure = await states[verb]!();
          expect(await leavesNothing(() => verbs[verb]!(figure, editor))).toEqual({ kind: "forbidden" });
        }
        for (const editor of may) {
          const figure = await states[verb]!();
          const before = await lines();
          expect(await verbs[verb]!(figure, editor), editor.role).toMatchObject({ ok: true });
          expect(await lines()).toBe(before + 1);
          expect(await lastLine()).toMatchObject({ editor_id: editor.id });
        }
      });
    });

    test.each([reviewer, admin])("is never approved or sent back by its own author: %j", async (author) => {
      const figure = await draft({}, author);
      done(await submit(figure, {}, author));
      const own = { kind: "forbidden", rule: "reviewer_is_not_the_author" };
      expect(await leavesNothing(() => approve(figure, author))).toEqual(own);
      const back = { ...(await asRead(figure)), comment: "Mine" };
      expect(await leavesNothing(() => sendBackFigure(scratch.db, author, back))).toEqual(own);
      const raw = brokenRule(
        scratch.sql,
        (tx) => tx`insert into reviews (revision_id, reviewer_id, decision)
          select draft_revision_id, ${author.id}, 'approve' from figures where public_id = ${figure.publicId}`,
      );
      expect(await raw).toBe("reviewer_is_not_the_author");
    });

    test("that a reviewer mends is approved by someone else", async () => {
      const figure = await draft();
      done(await submit(figure));
      done(await revise(figure, { modality: "estimated" }, reviewer));
      expect(await stateOf(figure)).toMatchObject({ status: "draft" });
      done(await submit(figure, {}, reviewer));
      expect(await leavesNothing(() => approve(figure, reviewer))).toMatchObject({ kind: "forbidden" });
      done(await approve(figure, admin));
      expect(await shown(figure)).toMatchObject({ modality: "estimated", change: "first", revision: 2 });
    });

    test("that was not submitted, or is in review already, is refused", async () => {
      const figure = await draft();
      expect(await leavesNothing(() => approve(figure))).toMatchObject({ kind: "invalid" });
      done(await submit(figure));
      expect(await leavesNothing(() => submit(figure))).toMatchObject({ kind: "invalid" });
    });

    test("goes back to its author with the comment, until it is submitted again", async () => {
      const author = { id: "ana", role: "editor" } as const;
      const figure = await draft({}, author);
      done(await submit(figure));
      const comment = "The ministry said nests 🐣";
      done(await sendBackFigure(scratch.db, reviewer, { ...(await asRead(figure)), comment }));
      expect(await stateOf(figure)).toEqual({ status: "draft", drafted: true, submitted: false });
      const mine = async () =>
        (await listDrafts(scratch.db, { authorId: author.id, size: 50 })).drafts.find(
          (one) => one.publicId === figure.publicId,
        );
      expect(await mine()).toMatchObject({ sentBack: { comment, by: { id: "rui" } } });
      done(await revise(figure, { modality: "estimated" }));
      expect(await mine()).toMatchObject({ number: 2, sentBack: { comment } });
      done(await submit(figure));
      expect(await mine()).toBeUndefined();
      done(await approve(figure));
      expect((await findDraft(scratch.db, figure.publicId))?.sentBack ?? null).toBeNull();
    });

    test("with a block is saved nowhere; the words of the rule come with the field", async () => {
      const figure = storkFigure(source, { ...apart(), value: "1501" });
      const refusal = await leavesNothing(() => recordFigure(scratch.db, writer, figure));
      expect(refusal).toMatchObject({
        fields: { "mentions.0.numberText": [expect.any(String)] },
        findings: { [figure.publicId]: [{ rule: "number_is_not_the_value" }] },
      });
      const sound = await draft();
      expect(await leavesNothing(() => revise(sound, { unit: "percent" }))).toMatchObject({
        fields: { unit: [expect.any(String)] },
      });
    });

    test("with a warning may be a draft, and is submitted with a reason that is kept", async () => {
      const doubtful = { hearsay: true, modality: "confirmed" } as const;
      const figure = await draft(doubtful);
      const refusal = await leavesNothing(() => submit(figure));
      expect(refusal).toMatchObject({ fields: { "reasons.hearsay_confirmed": [expect.any(String)] } });
      expect(await leavesNothing(() => submit(figure, { duplicate: "No" }))).toMatchObject(refusal);
      done(await submit(figure, { hearsay_confirmed: "Said twice", duplicate: "Never asked" }));
      const queue = await listReviewQueue(scratch.db, { size: 50 });
      expect(queue.drafts.find((one) => one.publicId === figure.publicId)).toMatchObject({
        findings: [{ rule: "hearsay_confirmed" }],
        overrides: [{ rule: "hearsay_confirmed", reason: "Said twice", by: { id: "ana" } }],
      });
      done(await approve(figure));
      for (const change of ["update overrides set reason = 'x'", "delete from overrides"])
        expect(await brokenRule(scratch.sql, (tx) => tx.unsafe(change))).toBe("append_only");
    });

    test("asks a reason of a later revision again", async () => {
      const figure = await draft({ hearsay: true, modality: "confirmed" });
      done(await submit(figure, { hearsay_confirmed: "Said twice" }));
      done(await revise(figure, { hearsay: true, modality: "confirmed", rank: "preferred" }));
      expect(await leavesNothing(() => submit(figure))).toMatchObject({ kind: "invalid" });
    });

    test("is warned of its twin, of what its claimant said otherwise, and of its neighbours", async () => {
      const { db } = scratch;
      const days = apart();
      const first = await publicFigure(days);
      const twin = storkFigure(source, days);
      const found = async (figure: FigureInput) => {
        done(await recordFigure(db, writer, figure));
        return (await findDraft(db, figure.publicId))!.findings.map(({ rule, data }) => [rule, data.figure]);
      };
      expect(await found(twin)).toEqual([["duplicate", first.publicId]]);
      const otherwise = await found(figureOf(source, "1600", days));
      expect(otherwise).toEqual([["contradicts_claimant", first.publicId]]);
      const next = { period: on(`${year}-05-05`), reportedOn: on(`${year}-05-06`) };
      expect(await found(figureOf(source, "90000", next))).toEqual([["far_from_neighbours", undefined]]);
      const others = { ...days, place: "example-land" };
      expect(await found(figureOf(source, "1600", others))).toEqual([]);
      const watch = [{ role: "estimated_by", agent: "stork-watch", asPrinted: null }] as const;
      const [mention] = figureOf(source, "1600").mentions;
      const theirs = { ...days, mentions: [{ ...mention!, attribution: [...watch] }] };
      expect(await found(figureOf(source, "1600", theirs))).toEqual([]);
    });

    test("is held up at publish by what is published since, not by anybody's draft", async () => {
      const days = apart();
      const figure = await draft(days);
      done(await submit(figure));
      const late = await draft(days);
      expect(await leavesNothing(() => submit(late))).toMatchObject({
        fields: { "reasons.duplicate": [expect.any(String)] },
      });
      done(await submit(late, { duplicate: "Told anew" }));
      done(await approve(late));
      expect(await leavesNothing(() => approve(figure))).toMatchObject({
        fields: { "reasons.duplicate": [expect.any(String)] },
      });
      const answered = { ...(await asRead(figure)), reasons: { duplicate: "Both stand" } };
      done(await approveFigures(scratch.db, reviewer, { figures: [answered], comment: "Fine" }));
      expect((await listFigureHistory(scratch.db, figure.publicId)).entries[0]).toMatchObject({
        overrides: [{ rule: "duplicate", by: { id: "rui" } }],
      });
    });

    test("is approved although somebody drafts the same claim meanwhile", async () => {
      const days = apart();
      const figure = await draft(days);
      done(await submit(figure));
      await draft(days);
      done(await approve(figure));
    });

    test("is not warned of what was retracted", async () => {
      const days = apart();
      const figure = await publicFigure(days);
      done(await retractFigure(scratch.db, admin, { ...(await asRead(figure)), reason: "Never said" }));
      const again = await draft(days);
      expect((await findDraft(scratch.db, again.publicId))!.findings).toEqual([]);
    });

    test("many at once are approved at one revision of the collection, all or none", async () => {
      const figures = [await draft(), await draft()];
      for (const figure of figures) done(await submit(figure));
      const list = await Promise.all(figures.map(asRead));
      const stale = [list[0]!, { ...list[1]!, rowVersion: 1 }];
      const input = { figures: stale, comment: null };
      expect(await leavesNothing(() => approveFigures(scratch.db, reviewer, input))).toMatchObject({
        kind: "conflict",
        current: { publicId: figures[1]!.publicId, rowVersion: 2 },
      });
      const before = await currentRevision(scratch.db);
      expect(done(await approveFigures(scratch.db, reviewer, { figures: list, comment: null }))).toBe(
        before + 1,
      );
    });

    test("shows readers the sentence it stands on, and nothing else of the text", async () => {
      const figure = await draft({ value: "1600", mentions: [aMention(source, unseen, "1\u00a0600")] });
      const passages = async () =>
        (await findSource(scratch.db, source.slug, await currentRevision(scratch.db)))!.passages;
      const before = await passages();
      done(await submit(figure));
      expect(await passages()).toEqual(before);
      done(await approve(figure));
      const after = await passages();
      expect(after.map((one) => one.text)).toContain(unseen);
      expect(after).toHaveLength(before.length + 1);
      expect(after.map((one) => source.text.indexOf(one.text))).toEqual(
        after.map((one) => source.text.indexOf(one.text)).sort((a, b) => a - b),
      );
      const again = await draft({ value: "1600", mentions: [aMention(source, unseen, "1\u00a0600")] });
      done(await submit(again));
      done(await approve(again));
      expect(await passages()).toHaveLength(after.length);
    });

    test("retracted keeps its page with the reason kept, leaves the lists, and may come back", async () => {
      const figure = await publicFigure();
      const input = { ...(await asRead(figure)), reason: "Counted twice 🦩" };
      const blank = await leavesNothing(() => retractFigure(scratch.db, reviewer, { ...input, reason: " " }));
      expect(blank).toMatchObject({ fields: { reason: expect.anything() } });
      done(await retractFigure(scratch.db, reviewer, input));
      expect(await shown(figure)).toMatchObject({ status: "retracted", value: "1500" });
      const again = { ...(await asRead(figure)), reason: "Again" };
      expect(await leavesNothing(() => retractFigure(scratch.db, reviewer, again))).toMatchObject({
        kind: "invalid",
      });
      const [entry] = (await listFigureHistory(scratch.db, figure.publicId)).entries;
      expect(entry!.publications).toMatchObject([
        { status: "published" },
        { status: "retracted", reason: "Counted twice 🦩", by: { id: "rui" }, to: null },
      ]);
      const restore = { number: 1, change: "correction", reason: "Counted once after all" } as const;
      done(await restoreRevision(scratch.db, writer, { ...(await asRead(figure)), ...restore }));
      expect(await stateOf(figure)).toMatchObject({ status: "retracted", drafted: true });
      done(await submit(figure));
      done(await approve(figure));
      expect(await shown(figure)).toMatchObject({ status: "published", change: "correction", revision: 2 });
    });

    test("of a seed, too, can be retracted", async () => {
      const figure = storkFigure(source, apart());
      await published(scratch.db, figure);
      const input = { ...(await asRead(figure)), reason: "The seed was wrong" };
      done(await retractFigure(scratch.db, admin, input));
      expect(await shown(figure)).toMatchObject({ status: "retracted" });
    });

    test("discarded is listed nowhere but in its history, and can be restored from it", async () => {
      const figure = await draft();
      done(await discardDraft(scratch.db, writer, await asRead(figure)));
      expect(await stateOf(figure)).toEqual({ status: "draft", drafted: false, submitted: false });
      expect(await findDraft(scratch.db, figure.publicId)).toBeNull();
      const restore = { number: 1, change: "revision", reason: "Needed after all" } as const;
      done(await restoreRevision(scratch.db, writer, { ...(await asRead(figure)), ...restore }));
      const draftNow = await findDraft(scratch.db, figure.publicId);
      expect(draftNow).toMatchObject({ number: 2, change: "first", changeReason: "Needed after all" });
      const { mentions, ...facts } = draftNow!.figure;
      expect({ ...facts, mentions: mentions.map(({ version: _, ...rest }) => rest) }).toEqual(figure);
    });

    test("published stays published while its draft is written, reviewed, sent back or discarded", async () => {
      const figure = await publicFigure();
      const status = async () => (await stateOf(figure)).status;
      done(await revise(figure, { modality: "estimated" }));
      expect(await status()).toBe("published");
      done(await submit(figure));
      expect(await status()).toBe("in_review");
      expect(await shown(figure)).toMatchObject({ modality: "claimed", status: "published" });
      const [queued] = (await listReviewQueue(scratch.db, { size: 50 })).drafts.filter(
        (one) => one.publicId === figure.publicId,
      );
      expect(queued!.changes).toEqual([{ field: "modality", before: "claimed", after: "estimated" }]);
      done(await sendBackFigure(scratch.db, reviewer, { ...(await asRead(figure)), comment: "Why?" }));
      expect(await status()).toBe("published");
      done(await discardDraft(scratch.db, writer, await asRead(figure)));
      expect(await stateOf(figure)).toEqual({ status: "published", drafted: false, submitted: false });
    });

    test("saved by two at once is a conflict that loses neither's work", async () => {
      const figure = await draft();
      const original = (await findDraft(scratch.db, figure.publicId))!;
      const { rowVersion } = original;
      const why = { change: "revision", changeReason: "News", rowVersion } as const;
      const mine = { ...original.figure, modality: "estimated" } as const;
      const theirs = { ...original.figure, rank: "preferred" } as const;
      done(await reviseFigure(scratch.db, admin, { ...theirs, ...why }));
      const refusal = await leavesNothing(() => reviseFigure(scratch.db, writer, { ...mine, ...why }));
      const { current } = refusal as { current: FigureState };
      expect(current).toEqual({ publicId: figure.publicId, rowVersion: 2, status: "draft", figure: theirs });
      const { merged, conflicts } = mergeDrafts(original.figure, mine, current.figure);
      expect(conflicts).toEqual([]);
      done(await reviseFigure(scratch.db, writer, { ...merged, ...why, rowVersion: current.rowVersion }));
      expect((await findDraft(scratch.db, figure.publicId))!.figure).toMatchObject({
        modality: "estimated",
        rank: "preferred",
      });
    });

    test("done to by two at the same moment happens once", async () => {
      const figure = await draft();
      done(await submit(figure));
      const input = { figures: [await asRead(figure)], comment: null };
      const people = [reviewer, admin, reviewer, admin];
      const results = await Promise.all(people.map((one) => approveFigures(scratch.db, one, input)));
      expect(results.filter((one) => one.ok)).toHaveLength(1);
      expect(results.filter((one) => !one.ok && one.refusal.kind === "conflict")).toHaveLength(3);
    });

    test("is queued by how long it has waited, page after page", async () => {
      const { drafts } = await listReviewQueue(scratch.db, { size: 1000 });
      const ids: string[] = [];
      for (let after = null as { key: string; id: string } | null; ; ) {
        const page = await listReviewQueue(scratch.db, { size: 1, after });
        ids.push(...page.drafts.map((one) => one.publicId));
        if (page.next === null) break;
        after = page.next;
      }
      expect(ids.length).toBeGreaterThan(1);
      expect(ids).toEqual(drafts.map((one) => one.publicId));
      const waits = drafts.map((one) => one.submittedAt!.getTime());
      expect(waits).toEqual([...waits].sort((a, b) => a - b));
    });

    test("keeps its words on the version of the text they were taken from", async () => {
      const slug = "stork-note";
      const note = await aSource(scratch.db, { slug, passages: ["Il y a 1\u00a0500 cigognes."] });
      const figure = await draft({ mentions: [aMention(note, note.text, "1\u00a0500")] });
      await aSource(scratch.db, { slug, passages: ["Il y avait 1\u00a0400 cigognes."] });
      const read = (await findDraft(scratch.db, figure.publicId))!.figure;
      expect(read.mentions[0]).toMatchObject({ source: slug, version: 1 });
      done(await revise(read, { modality: "estimated" }));
      expect((await findDraft(scratch.db, figure.publicId))!.figure.mentions[0]).toMatchObject({
        version: 1,
      });
      const [mention] = read.mentions;
      const unknown = { mentions: [{ ...mention!, version: 9 }] };
      expect(await leavesNothing(() => revise(read, unknown))).toMatchObject({
        fields: { version: [expect.stringContaining("no version 9")] },
      });
    });

    test("of a lone editor is published without review, and says so", async () => {
      done(await setReview(scratch.db, loader, { review: "off" }));
      const figure = await draft({}, admin);
      done(await submit(figure, {}, admin));
      expect(await leavesNothing(() => approve(figure, writer))).toEqual({ kind: "forbidden" });
      done(await approve(figure, admin));
      const [entry] = (await listFigureHistory(scratch.db, figure.publicId)).entries;
      expect(entry).toMatchObject({
        reviews: [],
        publications: [{ route: "review_off", by: { id: "ada" } }],
      });
      done(await setReview(scratch.db, loader, { review: null }));
      const before = await lines();
      done(await setReview(scratch.db, loader, { review: null }));
      expect(await lines()).toBe(before);
      const withReview = await draft({}, admin);
      done(await submit(withReview, {}, admin));
      expect(await leavesNothing(() => approve(withReview, admin))).toMatchObject({ kind: "forbidden" });
      done(await retractFigure(scratch.db, admin, { ...(await asRead(figure)), reason: "Nobody looked" }));
    });
  });
});
