import { beforeAll, describe, expect, test } from "vitest";
import { listBrokenLinks, listLinkChecks, listLinks } from "../queries/list-links";
import { aCollection, aSource, done, loader } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { recordLinkChecks } from "./record-link-checks";

const url = "https://press.example/storks";
const archivedUrl = "https://archive.example/storks";

describe("the addresses of sources", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      await aSource(scratch.db, { url, archivedUrl });
      await aSource(scratch.db, { slug: "without", url: null });
    });

    const note = async (answer: "there" | "silent" | "gone", checkedAt: string) => {
      const [link] = (await listLinks(scratch.db, 10)).filter(({ kind }) => kind === "original");
      const status = answer === "there" ? 200 : null;
      const checks = [{ ...link!, answer, status, movedTo: null, checkedAt }];
      done(await recordLinkChecks(scratch.db, loader, { checks }));
    };

    test("are asked in turn, those never asked first", async () => {
      const kinds = async () => (await listLinks(scratch.db, 10)).map(({ kind, url }) => [kind, url]);
      expect(await kinds()).toEqual([
        ["original", url],
        ["archived", archivedUrl],
      ]);
      await note("there", "2031-05-01T00:00:00.000Z");
      expect((await kinds()).map(([kind]) => kind)).toEqual(["archived", "original"]);
      expect(await listLinks(scratch.db, 1), "no more than asked").toHaveLength(1);
    });

    test("are broken since they last answered", async () => {
      expect(await listBrokenLinks(scratch.db, 10)).toEqual([]);
      await note("silent", "2031-06-01T00:00:00.000Z");
      const [check] = await listLinkChecks(scratch.db, "stork-report");
      expect(check).toEqual({
        ...{ kind: "original", url, answer: "silent", status: null, movedTo: null },
        checkedAt: "2031-06-01T00:00:00.000Z",
        lastThereAt: "2031-05-01T00:00:00.000Z",
      });
      expect(await listBrokenLinks(scratch.db, 10)).toMatchObject([
        { slug: "stork-report", answer: "silent" },
      ]);
    });

    test("say nothing of another address that the source has by now", async () => {
      await scratch.sql`update sources set url = 'https://press.example/moved' where slug = 'stork-report'`;
      expect(await listLinkChecks(scratch.db, "stork-report")).toEqual([]);
      expect(await listBrokenLinks(scratch.db, 10)).toEqual([]);
      await note("gone", "2031-07-01T00:00:00.000Z");
      const [check] = await listLinkChecks(scratch.db, "stork-report");
      expect(check).toMatchObject({ answer: "gone", lastThereAt: null });
    });
  });
});
