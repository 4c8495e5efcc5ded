import { beforeAll, expect, test } from "vitest";
import { fieldsChanged, type Publish } from "@/domain/change";
import type { FigureInput } from "@/domain/inputs";
import type { Db } from "../client";
import { changed, drafted, retracted } from "../testing/changes";
import {
  aCollection,
  aFigure,
  aMention,
  aSource,
  figureOf,
  on,
  publish,
  published,
  repeated,
  storkFigure,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { listFigureChanges } from "./list-figure-changes";
import { listPublishes, toldOfKind } from "./list-publishes";

/** What a page tells, in one line a publish: "3 correction 00000001 value,cue". */
const toldIn = (publishes: readonly Publish[]) =>
  publishes.flatMap(({ revision, groups }) =>
    groups.map(({ kind, count, changes }) =>
      [
        ...[revision, kind, count],
        ...changes.map(
          ({ after, before }) => `${after.id}${before ? `:${fieldsChanged(before, after)}` : ""}`,
        ),
      ].join(" "),
    ),
  );

eachEngine((open) => {
  let db: Db;
  let scratch: Scratch;
  let first: FigureInput;
  let second: FigureInput;
  const newest = { asOf: 99, publishes: 20, changes: 60 };

  beforeAll(async () => {
    scratch = await open();
    db = scratch.db;
    await aCollection(db);
    const source = await aSource(db);
    first = storkFigure(source, { publicId: "aaaaaaaa" });
    second = storkFigure(source, {
      publicId: "bbbbbbbb",
      metric: "storks-gone",
      mentions: [
        aMention(source, repeated, "1\u202f500", {
          attribution: [{ role: "claimed_by", agent: "stork-watch", asPrinted: null }],
        }),
      ],
    });
    await published(db, first, second); // 1
    first = await changed(
      db,
      first,
      { period: on("2031-05-03"), cue: null, comparator: "=" },
      { change: "correction", changeReason: "We read the day wrong" },
    ); // 2
    second = await changed(
      db,
      second,
      { metric: "storks-nesting", note: { fr: "Note", en: "Note" } },
      { change: "revision", changeReason: "The watch wrote to us" },
    ); // 3
    await retracted(db, second, "Said of another marsh"); // 4
    const third = await aFigure(db, storkFigure(source, { publicId: "cccccccc" }));
    await drafted(
      db,
      first,
      { ...first, hearsay: true },
      { change: "correction", changeReason: "It is hearsay" },
    );
    await publish(db, third, first); // 5
  });

  test("is counted as it is made, and keeps what tables are filtered by, as its figures have it", async () => {
    const { sql } = scratch;
    const counted = await sql`
      select p.known_from_rev, case when p.status = 'retracted' then 'retraction' else r.change::text end as kind,
        count(*)::int, (array_agg(p.id order by p.id))[1:${toldOfKind}::int] as first_ids
      from publications p join figure_revisions r on r.id = p.revision_id group by 1, 2 order by 1, 2`;
    expect(await sql`select * from publish_kinds order by 1, 2`).toEqual(counted);
    const kept = await sql`
      select p.id as publication_id, p.figure_id, p.revision_id, r.metric_id, r.subject_id, r.place_id,
        coalesce((select agent_id from attributions c where c.revision_id = r.id and mention = 0 and position = 0), 0)
          as claimant_id, r.modality, r.comparator, coalesce(r.period_start, r.reported_start) as first_day,
        coalesce(r.period_end, r.reported_end) as last_day, r.reported_start, r.reported_end,
        coalesce(r.value, r.low, r.high, 0) as amount, p.status, p.known_from_rev, p.known_to_rev, r.period_start,
        r.period_end, r.value, r.low, r.high, r.unit_id, r.statistic, r.per, r.rank, r.change, r.supersedes_id
      from publications p join figure_revisions r on r.id = p.revision_id order by 1`;
    expect(kept.length).toBeGreaterThan(4);
    expect(kept.some(({ known_to_rev }) => Number(known_to_rev) <= newest.asOf)).toBe(true);
    expect(await sql`select * from publication_keys order by 1`).toEqual(kept);
  });

  test("what changed is told by publish, the newest and our own errors first, with what differs", async () => {
    const { publishes, next } = await listPublishes(db, {}, newest);
    expect(toldIn(publishes)).toEqual([
      "5 correction 1 aaaaaaaa:modality",
      "5 first 1 cccccccc",
      "4 retraction 1 bbbbbbbb:",
      "3 revision 1 bbbbbbbb:metric,note",
      "2 correction 1 aaaaaaaa:value,cue,period",
      "1 first 2 aaaaaaaa bbbbbbbb",
    ]);
    expect(next).toBeNull();
    expect(publishes.map(({ groups }) => groups[0]!.changes[0]!.reason)).toEqual([
      "It is hearsay",
      "Said of another marsh",
      "The watch wrote to us",
      "We read the day wrong",
      null,
    ]);
    const times = publishes.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  test("revisions and corrections are told apart, and so are their readers", async () => {
    const told = async (filter: Parameters<typeof listPublishes>[1]) =>
      toldIn((await listPublishes(db, filter, newest)).publishes).map((line) =>
        line.split(" ").slice(0, 3).join(" "),
      );
    expect(await told({ kind: "correction" })).toEqual(["5 correction 1", "2 correction 1"]);
    expect(await told({ kind: "revision" })).toEqual(["3 revision 1"]);
    expect(await told({ kind: "retraction" })).toEqual(["4 retraction 1"]);
    expect(await told({ kind: "first" })).toEqual(["5 first 1", "1 first 2"]);
    expect(await told({ claimant: "stork-watch" })).toEqual(["4 retraction 1", "3 revision 1", "1 first 1"]);
    expect(await told({ claimant: "unattributed" })).toEqual([]);
    expect(await told({ metric: "storks-gone" }), "moved away from it is a change of it").toEqual([
      "3 revision 1",
      "1 first 1",
    ]);
    expect(await told({ from: "2031-05-04", to: "2031-05-04", metric: "storks-nesting" })).toEqual([
      "5 first 1",
      "4 retraction 1",
      "3 revision 1",
      "2 correction 1",
      "1 first 1",
    ]);
    expect(await told({ metric: "nothing-of-the-kind" })).toEqual([]);
  });

  test("as of an earlier revision nothing later is known, and pages follow each other", async () => {
    const lines: string[] = [];
    let before: number | null = null;
    do {
      const page = await listPublishes(db, {}, { ...newest, asOf: 4, publishes: 1, before });
      lines.push(...toldIn(page.publishes).map((line) => line.slice(0, 12)));
      before = page.next;
    } while (before !== null);
    expect(lines).toEqual(["4 retraction", "3 revision 1", "2 correction", "1 first 2 aa"]);
  });

  test("a figure has its own history, the newest first", async () => {
    const { changes, more } = await listFigureChanges(db, "aaaaaaaa", 4);
    expect(changes.map(({ revision, kind }) => `${revision} ${kind}`)).toEqual(["2 correction", "1 first"]);
    expect(more).toBe(false);
    expect((await listFigureChanges(db, "aaaaaaaa", 5, 2)).more).toBe(true);
  });

  test("of a large publish the first few are told and all are counted", async () => {
    const { db: own } = await open();
    await aCollection(own);
    const source = await aSource(own);
    await published(own, ...Array.from({ length: 9 }, (_, index) => figureOf(source, String(index + 1))));
    const { publishes } = await listPublishes(own, {}, newest);
    expect(publishes[0]!.groups).toMatchObject([{ kind: "first", count: 9 }]);
    expect(publishes[0]!.groups[0]!.changes).toHaveLength(toldOfKind);
  });
});
