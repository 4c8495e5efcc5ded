import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { publicationKeys as keys } from "../schema/publication-keys";
import { publications } from "../schema/publications";
import { aCollection, aMention, aSource, manyPublished, storkFigure } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { noFilters } from "./read-filters";
import { readLetters } from "./read-letters";
import { whereFigures } from "./where-figures";

const long = `${"ab".repeat(700)}xyz${"ba".repeat(700)}`;
const sentences = [
  "Ils l\u2019ont dit : 1\u202f500 cigognes \u00c9LO\u00cfSE.",
  "Within \u0130zmir, at 300 \u212a, 1500 storks.",
  `1500 ${long} storks, "quoted\\" {1,2}.`,
  "1500 \ud83e\udda9 storks  with two spaces.",
];

describe("letters anywhere in a sentence", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      const source = await aSource(scratch.db, { passages: sentences });
      const numbers = ["1\u202f500", "1500", "1500", "1500"];
      const figures = sentences.map((sentence, index) =>
        storkFigure(source, {
          publicId: `aaaaaaa${index}`,
          mentions: [aMention(source, sentence, numbers[index]!)],
        }),
      );
      await manyPublished(scratch.db, figures);
    });

    const bounds = { words: 4000, sentences: 10_000, tried: 300, plenty: 60 };
    const ways = {
      "as sentences that are named": bounds,
      "by words that an index leads to": { ...bounds, sentences: 0 },
      "by a walk along all": { ...bounds, plenty: 0 },
      "where too many words hold them": { ...bounds, words: 0 },
    };
    const asked: [q: string, found: string][] = [
      ["l'ont", "0"],
      ["\u00e9lo\u00efse", "0"],
      ["l'ont storks", ""],
      ["STORKS", "123"],
      ["tork wo", "3"],
      ["500", "0123"],
      ["k,", "1"],
      ["\u212a", "123"],
      ["i\u0307zmir", "1"],
      ["\u0130zmir", "1"],
      ["zmir", "1"],
      ["ABXYZBA", "2"],
      [long.slice(1300, 1500), "2"],
      [long.slice(600, 800), "2"],
      ['"quoted\\"', "2"],
      ["{1,2}", "2"],
      ["\ud83e\udda9", "3"],
      ["nowhere", ""],
    ];
    for (const [way, most] of Object.entries(ways))
      test.each(asked)(`are found ${way}: %j`, async (q, found) => {
        const { db } = scratch;
        const letters = await readLetters(db, q, most);
        for (const walking of [false, true]) {
          const rows = await db
            .select({ id: sql<string>`(select public_id from figures where figures.id = ${keys.figureId})` })
            .from(publications)
            .innerJoin(keys, eq(keys.publicationId, publications.id))
            .where(and(whereFigures({ ...noFilters, letters }, { walking })));
          expect(
            rows
              .map(({ id }) => id.slice(-1))
              .sort()
              .join(""),
          ).toBe(found);
        }
      });
  });
});
