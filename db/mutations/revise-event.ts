import { eq } from "drizzle-orm";
import { eventInput } from "@/domain/inputs";
import { retireInput } from "@/domain/lists";
import { findEventEntry } from "../queries/find-event-entry";
import { events } from "../schema/events";
import { dateColumns } from "./date-columns";
import { entryAsRead } from "./entry-as-read";
import { idsBySlug } from "./ids";
import { mutation } from "./mutation";

const eventRevisionInput = eventInput
  .omit({ anchors: true })
  .extend(retireInput.pick({ rowVersion: true }).shape);

/** Changes what an event is called, when and where it was; its slug and its sentences stay. @returns the new row version */
export const reviseEvent = mutation("describe", "revise_event", eventRevisionInput, async (tx, input) => {
  const { slug, name, date, place, rowVersion } = input;
  const eventId = await entryAsRead(tx, "events", slug, rowVersion);
  const before = await findEventEntry(tx, slug);
  const placeId = place === null ? null : (await idsBySlug(tx, "places", [place], "place"))(place);
  const { dateStart, dateEnd, ...known } = dateColumns("date", date);
  await tx
    .update(events)
    .set({
      ...{ nameFr: name.fr, nameEn: name.en, ...known },
      dateStart: dateStart!, // the schema refuses an event of unknown date
      dateEnd: dateEnd!,
      placeId,
      rowVersion: rowVersion + 1,
    })
    .where(eq(events.id, eventId));
  const after = { ...input, rowVersion: rowVersion + 1 };
  return { value: after.rowVersion, entity: `events:${slug}`, before, after };
});
