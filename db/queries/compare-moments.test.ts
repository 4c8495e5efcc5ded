import { beforeAll, expect, test } from "vitest";
import { fieldsChanged } from "@/domain/change";
import type { Db } from "../client";
import { changed, retracted } from "../testing/changes";
import { aCollection, aSource, figureOf, published } from "../testing/makers";
import { eachEngine } from "../testing/scratch";
import { countCompared, listCompared, type Moments } from "./compare-moments";

const correction = { change: "correction", changeReason: "We misread it" } as const;
const revision = { change: "revision", changeReason: "A later count" } as const;

eachEngine((open) => {
  let db: Db;

  beforeAll(async () => {
    db = (await open()).db;
    await aCollection(db);
    const source = await aSource(db);
    const of = (publicId: string, wish = {}) => figureOf(source, "7", { publicId, ...wish });
    const [kept, altered, taken, brief] = [of("keptkept"), of("a1tered0"), of("taken000"), of("br1ef000")];
    await published(db, kept, altered, taken); // 1
    const once = await changed(db, altered, { hearsay: true }, correction); // 2
    await published(db, brief); // 3
    const back = await changed(db, once, { hearsay: false }, correction); // 4
    await retracted(db, brief, "Said of geese"); // 5
    await retracted(db, taken, "Said of ducks"); // 6
    await changed(db, back, { modality: "estimated" }, revision); // 7
    await changed(db, taken, { rank: "preferred" }, revision); // 8
  });

  const compared = async (moments: Moments, filter = {}, wish = {}) => {
    const { figures } = await listCompared(db, moments, filter, { size: 20, ...wish });
    return figures.map(({ outcome, before, after, steps }) =>
      [
        ...[outcome, after.id, before ? fieldsChanged(before, after).join() || "nothing" : "new"],
        steps.map((step) => `${step.revision}${step.kind[0]}`).join(),
      ].join(" "),
    );
  };

  test("each figure is told once, as it was and as it became, with the steps in between", async () => {
    expect(await compared({ since: 1, until: 7 })).toEqual([
      "changed a1tered0 modality 7r,4c,2c",
      "retracted taken000 nothing 6r",
      "retracted br1ef000 new 5r,3f",
    ]);
    expect(await compared({ since: 1, until: 4 }), "changed and changed back").toEqual([
      "changed a1tered0 nothing 4c,2c",
      "added br1ef000 new 3f",
    ]);
    expect(await compared({ since: 6, until: 8 }), "published again").toEqual([
      "added taken000 rank 8r",
      "changed a1tered0 modality 7r",
    ]);
    expect(await compared({ since: 7, until: 7 })).toEqual([]);
  });

  test("the counts are those of the list, for any two moments", async () => {
    for (let since = 0; since <= 8; since++)
      for (let until = since; until <= 8; until++) {
        const { figures } = await listCompared(db, { since, until }, {}, { size: 20 });
        const counts = { changed: 0, retracted: 0, added: 0 };
        for (const { outcome } of figures) counts[outcome]++;
        expect(await countCompared(db, { since, until }, {}), `${since} to ${until}`).toEqual(counts);
      }
  });

  test("pages follow each other, one outcome or all, and filters hold", async () => {
    const moments = { since: 0, until: 8 };
    const [whole, paged] = [await compared(moments), [] as string[]];
    let after: { key: string; id: string } | null = null;
    do {
      paged.push(...(await compared(moments, {}, { size: 1, after })));
      after = (await listCompared(db, moments, {}, { size: 1, after })).next;
    } while (after !== null);
    expect(paged).toEqual(whole);
    expect(whole).toHaveLength(4);
    expect(await compared(moments, {}, { outcome: "retracted" })).toEqual(["retracted br1ef000 new 5r,3f"]);
    expect(await compared(moments, { claimant: "stork-watch" })).toEqual([]);
    expect(await compared(moments, { metric: "storks-nesting" })).toEqual(whole);
  });
});
