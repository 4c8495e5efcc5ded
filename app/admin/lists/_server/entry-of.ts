import { inBoth } from "@/components/admin/history/figure-of-form";
import type { EventInput } from "@/domain/inputs";
import type { AgentEntry, MetricEntry, PlaceEntry, UnitEntry } from "@/domain/lists";
import type { Boxes } from "./boxes-in";

const both = (boxes: Boxes, name: string) => ({ fr: boxes.line(`${name}.fr`), en: boxes.line(`${name}.en`) });
const inEither = (boxes: Boxes, name: string) =>
  inBoth(boxes.orNull(`${name}.fr`), boxes.orNull(`${name}.en`));

/** Entries as their forms state them, whatever was typed: a word outside the closed lists is refused by the verb. */
export const entryOf = {
  agents: (slug: string, boxes: Boxes): AgentEntry => ({
    ...{ slug, name: both(boxes, "name"), inSentence: inEither(boxes, "inSentence") },
    ...{ kind: boxes.line("kind") as AgentEntry["kind"], side: boxes.orNull("side") },
    aliases: boxes.lines("aliases"),
  }),
  places: (slug: string, boxes: Boxes): PlaceEntry => ({
    ...{ slug, name: both(boxes, "name"), kind: boxes.line("kind") as PlaceEntry["kind"] },
    ...{ parent: boxes.orNull("parent"), aliases: boxes.lines("aliases") },
  }),
  units: (slug: string, boxes: Boxes): UnitEntry => ({
    ...{ slug, name: both(boxes, "name"), symbol: both(boxes, "symbol"), aliases: boxes.lines("aliases") },
  }),
  metrics: (slug: string, boxes: Boxes): MetricEntry => ({
    ...{ slug, name: both(boxes, "name"), definition: both(boxes, "definition") },
    group: boxes.line("group") as MetricEntry["group"],
    kind: boxes.line("kind") as MetricEntry["kind"],
    unit: boxes.line("unit"),
    allowedUnits: boxes.all("allowedUnits"),
    plausibleLow: boxes.decimal("plausibleLow"),
    plausibleHigh: boxes.decimal("plausibleHigh"),
    longestSilenceDays: boxes.whole("longestSilenceDays"),
    position: boxes.whole("position") ?? 0,
  }),
  events: (slug: string, boxes: Boxes): Omit<EventInput, "anchors"> => ({
    ...{ slug, name: both(boxes, "name"), place: boxes.orNull("place") },
    date: {
      start: boxes.orNull("date.start"),
      end: boxes.orNull("date.end") ?? boxes.orNull("date.start"),
      precision: boxes.line("date.precision") as EventInput["date"]["precision"],
      basis: boxes.line("date.basis") as EventInput["date"]["basis"],
      reasoning: inEither(boxes, "date.reasoning"),
    },
  }),
};
