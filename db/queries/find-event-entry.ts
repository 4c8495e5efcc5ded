import { eq } from "drizzle-orm";
import type { EventInput } from "@/domain/inputs";
import type { Reader } from "../client";
import { events } from "../schema/events";
import { places } from "../schema/places";
import { reasoning } from "./figure-rows";
import type { Entry } from "./find-entry";
import { localized } from "./reference";

/** An event as its form has it, without the sentences it is told in: they stay. */
export async function findEventEntry(
  db: Reader,
  slug: string,
): Promise<Entry<Omit<EventInput, "anchors">> | null> {
  const [row] = await db
    .select({ event: events, place: places.slug })
    .from(events)
    .leftJoin(places, eq(places.id, events.placeId))
    .where(eq(events.slug, slug));
  if (row === undefined) return null;
  const { event, place } = row;
  const { dateStart: start, dateEnd: end, datePrecision: precision, dateBasis: basis } = event;
  const why = reasoning(event.dateReasoningFr, event.dateReasoningEn);
  const date = { start, end, precision, basis, reasoning: why };
  return { slug, name: localized(event), date, place, rowVersion: event.rowVersion };
}
