import { asc, eq, isNull } from "drizzle-orm";
import type { Event, EventAnchor } from "@/domain/figure";
import type { Reader } from "../client";
import { eventAnchors, events } from "../schema/events";
import { places } from "../schema/places";
import { sources, sourceVersions } from "../schema/sources";
import { standingPlace } from "./heirs";
import { localized } from "./reference";

/** Every event that was not retired, with the sentences that tell it, in time order. */
export async function listEvents(db: Reader): Promise<Event[]> {
  const rows = await db
    .select({ event: events, place: places })
    .from(events)
    .leftJoin(places, eq(places.id, standingPlace(events.placeId)))
    .where(isNull(events.retiredAt))
    .orderBy(asc(events.dateStart), asc(events.id));
  const anchorsOf = await listAnchors(db);
  return rows.map(({ event, place }) => ({
    slug: event.slug,
    name: localized(event),
    date: {
      start: event.dateStart,
      end: event.dateEnd,
      precision: event.datePrecision,
      basis: event.dateBasis,
      reasoning:
        event.dateReasoningFr === null || event.dateReasoningEn === null
          ? null
          : { fr: event.dateReasoningFr, en: event.dateReasoningEn },
    },
    place: place && { slug: place.slug, name: localized(place), kind: place.kind },
    anchors: anchorsOf.get(event.id) ?? [],
  }));
}

async function listAnchors(db: Reader): Promise<Map<number, EventAnchor[]>> {
  const rows = await db
    .select({ anchor: eventAnchors, slug: sources.slug, title: sources.title, lang: sources.lang })
    .from(eventAnchors)
    .innerJoin(sourceVersions, eq(sourceVersions.id, eventAnchors.sourceVersionId))
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .orderBy(eventAnchors.eventId, eventAnchors.mention);
  const byEvent = new Map<number, EventAnchor[]>();
  for (const { anchor, slug, title, lang } of rows) {
    const { eventId, mention: _, sourceVersionId: __, ...words } = anchor;
    const entry = { ...words, sourceSlug: slug, sourceTitle: title, sentenceLang: lang };
    byEvent.set(eventId, [...(byEvent.get(eventId) ?? []), entry]);
  }
  return byEvent;
}
