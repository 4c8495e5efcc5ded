import { type KeyEntry, type KeyKind, keyKinds } from "./chart";
import type { Panel, PlacedPoint } from "./panel";

/** The kinds of mark in view, each with a figure that shows it, so that a key explains what is there and no more. */
export function keyOf(panels: readonly Panel[]): KeyEntry[] {
  const points = panels.flatMap((panel) => panel.points);
  const newestFirst = [...points].reverse();
  const example = (shows: (point: PlacedPoint) => boolean): string | undefined =>
    (
      newestFirst.find((point) => shows(point) && !point.ghost && !point.retracted && !point.denied) ??
      newestFirst.find(shows)
    )?.id;
  const holds = panels.flatMap((panel) => panel.holds);
  const examples: Readonly<Record<KeyKind, string | undefined>> = {
    dot:
      example((p) => p.hasDot && p.claimant !== null && !p.hollow && !p.arrow) ??
      example((p) => p.claimant !== null),
    unattributed: example((p) => p.claimant === null),
    hollow: example((p) => p.hollow),
    arrow_up: example((p) => p.arrow === "up"),
    arrow_down: example((p) => p.arrow === "down"),
    whisker: example((p) => p.whisker !== null && p.hasDot),
    range_only: example((p) => p.whisker !== null && !p.hasDot),
    extent: example((p) => p.extent !== null && !p.bar),
    bar: example((p) => p.bar),
    stem: example((p) => p.stem !== null),
    date_unknown: example((p) => p.dateUnknown),
    hold: holds.at(-1)?.figureId,
    hold_dashed: holds.findLast((hold) => hold.dashedTo !== null)?.figureId,
    bracket: panels.flatMap((panel) => panel.brackets)[0]?.ids[1],
    ghost: example((p) => p.ghost),
    corrected: example((p) => p.corrected),
    denied: example((p) => p.denied),
    retracted: example((p) => p.retracted),
    silence: panels
      .flatMap((panel) => panel.silence.rows.flatMap((row) => row.ticks.flatMap((tick) => tick.ids)))
      .at(-1),
    event: undefined,
  };
  const events = panels.some((panel) => panel.events.length > 0);
  return keyKinds
    .filter((kind) => examples[kind] !== undefined || (kind === "event" && events))
    .map((kind) => ({ kind, exampleFigureId: examples[kind] ?? null }));
}
