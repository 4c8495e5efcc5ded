import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { eventInput } from "@/domain/inputs";
import { eventAnchors, events } from "../schema/events";
import { dateColumns } from "./date-columns";
import { idsBySlug } from "./ids";
import { mutation } from "./mutation";
import { newestVersion } from "./write-revision";

/** Records events with the sentences that date them, or brings those already there up to date, by slug. */
export const recordEvents = mutation(
  "describe",
  "record_events",
  z.array(eventInput).min(1),
  async (tx, list) => {
    const placeId = await idsBySlug(
      tx,
      "places",
      list.map((event) => event.place),
      "place",
    );
    for (const { slug, name, date, place, anchors } of list) {
      const { dateStart, dateEnd, ...known } = dateColumns("date", date);
      const row = {
        slug,
        nameFr: name.fr,
        nameEn: name.en,
        ...known,
        dateStart: dateStart!, // the schema refuses an event of unknown date
        dateEnd: dateEnd!,
        placeId: place === null ? null : placeId(place),
      };
      const [event] = await tx
        .insert(events)
        .values(row)
        .onConflictDoUpdate({
          target: events.slug,
          set: { ...row, rowVersion: sql`${events.rowVersion} + 1` },
        })
        .returning({ id: events.id });
      const eventId = event!.id; // an upsert without a condition always returns its row
      await tx.delete(eventAnchors).where(eq(eventAnchors.eventId, eventId));
      for (const [mention, { source, ...anchor }] of anchors.entries()) {
        const sourceVersionId = await newestVersion(tx, source);
        await tx.insert(eventAnchors).values({ ...anchor, eventId, mention, sourceVersionId });
      }
    }
    return { value: list.length, entity: "events", after: list };
  },
);
