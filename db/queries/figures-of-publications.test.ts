import { expect, test } from "vitest";
import { aCollection, aSource, published, retract, storkFigure } from "../testing/makers";
import { eachEngine } from "../testing/scratch";
import { currentRevision } from "./current-revision";
import { figuresOfPublications, type KeyedFigure } from "./figures-of-publications";

eachEngine((open) => {
  test("what is known is not read again, but for what replaces it at the revision", async () => {
    const { db, sql } = await open();
    await aCollection(db);
    const source = await aSource(db);
    const old = storkFigure(source, { publicId: "bbbbbbbb" });
    await published(db, old, storkFigure(source, { publicId: "cccccccc" }));
    const before = await currentRevision(db);
    const remembered = new Map<number, KeyedFigure>();
    const [first, second] = await figuresOfPublications(db, [1, 2], before, remembered);
    expect([first?.id, second?.id, remembered.size]).toEqual(["bbbbbbbb", "cccccccc", 2]);

    const marked = new Map([[1, { key: remembered.get(1)!.key, figure: { ...first!, value: "7" } }]]);
    const newer = storkFigure(source, { publicId: "aaaaaaaa", supersedes: "bbbbbbbb" });
    await published(db, newer);
    const after = await currentRevision(db);
    const told = async (revision: number, known: Map<number, KeyedFigure>) =>
      (await figuresOfPublications(db, [2, 3, 1], revision, known)).map(
        ({ id, value, supersededBy }) => `${id} ${value} ${supersededBy}`,
      );
    const value = second!.value;
    expect(await told(after, marked), "of one day by their ids").toEqual([
      `aaaaaaaa ${value} null`,
      "bbbbbbbb 7 aaaaaaaa",
      `cccccccc ${value} null`,
    ]);
    expect([...marked.keys()].sort()).toEqual([1, 2, 3]);
    expect((await told(before, marked))[1], "at the revision before nothing replaced it").toBe(
      "bbbbbbbb 7 null",
    );

    const gone = await retract(sql, newer);
    expect(await told(gone, new Map()), "as whoever knows nothing reads it").toEqual(
      await told(gone, new Map(remembered)),
    );
  });
});
