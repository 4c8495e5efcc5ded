import { beforeAll, describe, expect, test } from "vitest";
import { aCollection, aMention, aSource, published, storkFigure, unseen } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { listReach } from "./list-reach";

const middle = "Près de 1\u00a0500 cigognes 🐣 nichent au marais.";
const passage = `🦩 Le printemps fut doux. ${middle} Aucune n’est baguée 🦩.`;
const alone = "«\u00a0Nous en comptons 1\u202f500.\u00a0»";

describe("the source in reach of a figure", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
    });

    test("holds the sentences around it, from the passage readers may see and no further", async () => {
      const source = await aSource(scratch.db, {
        passages: [passage, alone],
        url: "https://press.example/storks",
        archivedUrl: "https://archive.example/storks",
      });
      const figure = storkFigure(source, {
        mentions: [aMention(source, middle, "1\u00a0500"), aMention(source, alone, "1\u202f500")],
      });
      const revision = await published(scratch.db, figure);
      const addresses = {
        url: "https://press.example/storks",
        archivedUrl: "https://archive.example/storks",
      };
      const reach = await listReach(scratch.db, figure.publicId, revision);
      expect(reach).toEqual([
        { before: "🦩 Le printemps fut doux.", after: "Aucune n’est baguée 🦩.", ...addresses },
        { before: null, after: null, ...addresses },
      ]);
      expect(JSON.stringify(reach)).not.toContain(unseen);
      expect(await listReach(scratch.db, figure.publicId, revision - 1), "not shown yet").toEqual([]);
    });
  });
});
