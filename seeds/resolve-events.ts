import type { EventInput } from "@/domain/inputs";
import { checkDateClaim } from "./date-claim";
import type { Excerpts } from "./excerpts";
import { bySlug, type Names } from "./resolve-lists";
import type { EventsForm } from "./schema";
import { findSpan } from "./span";
import type { Say } from "./yaml-file";

/** Finds the words that date or name each event. */
export function resolveEvents(
  forms: EventsForm,
  excerptsOf: ReadonlyMap<string, Excerpts>,
  names: Names,
  say: Say,
): EventInput[] {
  bySlug(forms, say);
  return forms.map(({ slug, name, date, place, anchors }, index) => {
    checkDateClaim(date, [index, "date"], say);
    if (date.start === null)
      say([index, "date", "start"], "an event is a mark on the time axis: it has a date");
    if (place !== null && !names.places.has(place)) say([index, "place"], `no such place "${place}"`);
    const found = anchors.flatMap(({ source, sentence, marked, occurrence }, at) => {
      const path = [index, "anchors", at];
      const excerpts = excerptsOf.get(source);
      const where = excerpts?.sentences.get(sentence);
      if (excerpts === undefined) say([...path, "source"], `no such source "${source}"`);
      else if (where === undefined)
        say([...path, "sentence"], `no such sentence "${sentence}" in "${source}"`);
      if (where === undefined) return [];
      const span = findSpan(where.sentence, marked, occurrence);
      if (typeof span === "string") {
        say([...path, "marked"], span);
        return [];
      }
      return { ...where, markedStart: span.start, markedEnd: span.end };
    });
    return { slug, name, date, place, anchors: found };
  });
}
