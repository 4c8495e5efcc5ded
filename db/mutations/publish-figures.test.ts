import { beforeAll, describe, expect, test } from "vitest";
import type { FigureInput } from "@/domain/inputs";
import { openEnd } from "../schema/publications";
import {
  aCollection,
  admin,
  aFigure,
  aSource,
  done,
  everythingIn,
  figureOf,
  loader,
  on,
  publish,
  reviewer,
  storkFigure,
  type TestSource,
  writer,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { publishFigures } from "./publish-figures";
import { reviseFigure } from "./revise-figure";

describe("a publish", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let source: TestSource;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      source = await aSource(scratch.db);
    });

    const draft = () => aFigure(scratch.db, storkFigure(source));
    const spansOf = ({ publicId }: FigureInput) =>
      scratch.sql`select known_from_rev::float8 as from, known_to_rev::float8 as to, number
        from publications join figures on figures.id = publications.figure_id
        join figure_revisions on figure_revisions.id = revision_id
        where public_id = ${publicId} order by known_from_rev`.then((rows) => [...rows]);

    test("puts all its figures before readers at one revision of the collection", async () => {
      const figures = [await draft(), await draft()];
      const revision = await publish(scratch.db, ...figures);
      for (const figure of figures)
        expect(await spansOf(figure)).toEqual([{ from: revision, to: openEnd, number: 1 }]);
      const [line] = await scratch.sql`select summary from collection_revisions where number = ${revision}`;
      expect(line!.summary).toBe("Storks");
    });

    test("closes what was published of the figure before", async () => {
      const figure = await draft();
      const first = await publish(scratch.db, figure);
      const between = await publish(scratch.db, await draft());
      const revision = { ...figure, rowVersion: 2, change: "revision", changeReason: "News" } as const;
      done(
        await reviseFigure(scratch.db, loader, {
          ...revision,
          ...figureOf(source, "20", { publicId: figure.publicId }),
        }),
      );
      const second = await publish(scratch.db, figure);
      expect([between, second]).toEqual([first + 1, first + 2]);
      expect(await spansOf(figure)).toEqual([
        { from: first, to: second, number: 1 },
        { from: second, to: openEnd, number: 2 },
      ]);
    });

    test("at the same time as others gets a number of its own, with none left out", async () => {
      const figures = [await draft(), await draft(), await draft(), await draft()];
      const numbers = await Promise.all(figures.map((figure) => publish(scratch.db, figure)));
      const [first] = numbers.sort((a, b) => a - b);
      expect(numbers).toEqual([0, 1, 2, 3].map((step) => first! + step));
      const [row] = await scratch.sql`select revision::int from collection`;
      expect(row!.revision).toBe(numbers.at(-1));
    });

    test("of one figure by two people at once happens once", async () => {
      const figure = await draft();
      const input = { publicIds: [figure.publicId], route: "seed" as const, summary: "Storks" };
      const results = await Promise.all([1, 2].map(() => publishFigures(scratch.db, loader, input)));
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect(await spansOf(figure)).toHaveLength(1);
    });

    test("while its figure is revised never loses the new draft", async () => {
      for (let round = 0; round < 5; round++) {
        const figure = await draft();
        const again = { ...figure, rowVersion: 1, change: "revision", changeReason: "News" } as const;
        const [revised] = await Promise.all([
          reviseFigure(scratch.db, loader, again),
          publishFigures(scratch.db, loader, {
            publicIds: [figure.publicId],
            route: "seed",
            summary: "Storks",
          }),
        ]);
        const [row] = await scratch.sql`select draft_revision_id as draft, published.number
          from figures left join figure_revisions published on published.id = published_revision_id
          where public_id = ${figure.publicId}`;
        if (revised.ok) expect(row!.draft !== null || row!.number === 2, "the new draft is kept").toBe(true);
      }
    });

    test("that names a figure twice publishes it once", async () => {
      const figure = await draft();
      await publish(scratch.db, figure, figure);
      expect(await spansOf(figure)).toHaveLength(1);
    });

    test("of what has no draft is refused, and raises no revision", async () => {
      const figure = await draft();
      await publish(scratch.db, figure);
      const before = await everythingIn(scratch.sql);
      const publicIds = [(await draft()).publicId, figure.publicId];
      const drafted = await everythingIn(scratch.sql);
      const refused = await publishFigures(scratch.db, loader, {
        publicIds,
        route: "seed",
        summary: "Storks",
      });
      expect(refused).toMatchObject({
        refusal: { kind: "invalid", fields: { publicIds: [expect.stringContaining("has no draft")] } },
      });
      expect(await everythingIn(scratch.sql)).toBe(drafted);
      expect(drafted).not.toBe(before);
    });

    test("after review is by people: one writes, another approves", async () => {
      const later = { period: on("2031-06-04"), reportedOn: on("2031-06-05") }; // no other claim to warn of
      const figure = await aFigure(scratch.db, storkFigure(source, later), writer);
      const input = { publicIds: [figure.publicId], route: "review" as const, summary: "Reviewed" };
      await expect(publishFigures(scratch.db, admin, input)).rejects.toMatchObject({
        cause: { constraint_name: "published_after_review" },
      });
      await scratch.sql`insert into reviews (revision_id, reviewer_id, decision)
        select draft_revision_id, ${reviewer.id}, 'approve' from figures where public_id = ${figure.publicId}`;
      expect(done(await publishFigures(scratch.db, admin, input))).toBeGreaterThan(0);
    });
  });
});
