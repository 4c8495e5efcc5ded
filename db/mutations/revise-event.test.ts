import { beforeAll, describe, expect, test } from "vitest";
import { findEventEntry } from "../queries/find-event-entry";
import { listAuditEvents } from "../queries/list-audit-events";
import { listEvents } from "../queries/list-events";
import { listFigureNames } from "../queries/list-names";
import { aCollection, aSource, done, loader, noDate, on, storkDay, writer } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { recordEvents } from "./record-events";
import { retireEntry } from "./retire-entry";
import { reviseEvent } from "./revise-event";

describe("an event", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      done(await recordEvents(scratch.db, writer, [storkDay(await aSource(scratch.db))]));
    });

    const slug = "storks-came";
    const entry = async () => (await findEventEntry(scratch.db, slug))!; // recorded above

    test("is revised against what was read, keeps its sentences, and leaves before and after", async () => {
      const read = await entry();
      const [told] = await listEvents(scratch.db);
      const changed = {
        ...read,
        name: { fr: "Le retour", en: "The return" },
        date: on("2031-05-02"),
        place: "example-land",
      };
      expect(done(await reviseEvent(scratch.db, writer, changed))).toBe(read.rowVersion + 1);
      expect(await entry()).toEqual({ ...changed, rowVersion: read.rowVersion + 1 });
      expect((await listEvents(scratch.db))[0]!.anchors).toEqual(told!.anchors);
      const { events } = await listAuditEvents(scratch.db, { verb: "revise_event" }, { size: 5 });
      expect(events).toHaveLength(1);
      expect(events[0]).toMatchObject({
        entity: `events:${slug}`,
        before: read,
        after: { name: changed.name },
      });
    });

    test("is not written over by a save that came too late, nor nowhere, nor without a day", async () => {
      const stands = await entry();
      const late = {
        ...stands,
        name: { fr: "Trop tard", en: "Too late" },
        rowVersion: stands.rowVersion - 1,
      };
      expect(await reviseEvent(scratch.db, writer, late)).toMatchObject({ refusal: { kind: "conflict" } });
      expect(await reviseEvent(scratch.db, writer, { ...stands, date: noDate })).toMatchObject({
        refusal: { kind: "invalid" },
      });
      expect(await reviseEvent(scratch.db, writer, { ...stands, place: "nowhere" })).toMatchObject({
        refusal: { kind: "invalid" },
      });
      expect(await entry()).toEqual(stands);
      expect(await findEventEntry(scratch.db, "never-was")).toBeNull();
    });

    test("keeps its name in histories when what it names is retired", async () => {
      const { db } = scratch;
      done(
        await retireEntry(db, loader, {
          list: "places",
          slug: "example-marsh",
          rowVersion: 1,
          retired: true,
        }),
      );
      const names = await listFigureNames(db, [{ mentions: [{ source: "stork-report" } as never] }]);
      expect(names.places["example-marsh"]).toEqual({ fr: "Example Marsh", en: "Example Marsh" });
      expect(names.sources["stork-report"]).toMatchObject({ lang: "fr" });
      expect(names.units.percent!.symbol.en).toBe("%");
      expect((await listFigureNames(db, [])).sources).toEqual({});
    });
  });
});
