import { beforeAll, describe, expect, test } from "vitest";
import { mergeAgents } from "../mutations/merge-agents";
import { retireEntry } from "../mutations/retire-entry";
import { aCollection, admin, done } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { listDeskChoices } from "./list-desk-choices";

describe("what a card can choose from", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
    });

    const slugs = (list: readonly { readonly slug: string }[]) => list.map(({ slug }) => slug).sort();

    test("is the collection's lists, a metric with its units and bounds", async () => {
      const { metrics, agents, places, units } = await listDeskChoices(scratch.db);
      expect(metrics.find(({ slug }) => slug === "storks-nesting")).toEqual({
        slug: "storks-nesting",
        name: { fr: "Storks", en: "Storks" },
        kind: "stock",
        group: "supplies",
        unit: "bird",
        allowedUnits: ["bird"],
        plausibleLow: "0",
        plausibleHigh: null,
      });
      expect(slugs(agents)).toContain("stork-watch");
      expect(slugs(places)).toEqual(["example-land", "example-marsh"]);
      expect(slugs(units)).toEqual(["bird", "percent"]);
    });

    test("leaves out what is retired, and what turned out to be another", async () => {
      const retired = { list: "metrics", slug: "storks-gone", rowVersion: 1, retired: true } as const;
      done(await retireEntry(scratch.db, admin, retired));
      done(await mergeAgents(scratch.db, admin, { from: "stork-watch", into: "example-ministry" }));
      const { metrics, agents } = await listDeskChoices(scratch.db);
      expect(slugs(metrics)).toEqual(["share-of-chicks", "storks-nesting"]);
      expect(slugs(agents)).not.toContain("stork-watch");
      expect(slugs(agents)).toContain("example-ministry");
    });
  });
});
