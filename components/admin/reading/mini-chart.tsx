"use client";

import { useMemo } from "react";
import { markPath } from "@/domain/chart/mark-path";
import { msToDay } from "@/domain/chart/time";
import { fill } from "@/domain/format";
import { formatDay } from "@/domain/format-date";
import { useDesk } from "./desk-context";
import { claimOf } from "./figure-of-card";
import { measured, quantityOf } from "./headline";
import { type MiniPoint, miniSize, placeMini } from "./place-mini-chart";
import type { Card } from "./reading";

/** Where the card's point would stand among the published ones: an outlier is seen before it is saved. */
export function MiniChart({ card, metric }: { card: Card; metric: string }) {
  const desk = useDesk();
  const { world, words, locale, figuresOf } = desk;
  const figures = figuresOf(metric);
  const placed = useMemo(() => {
    const { start, end } = card.period.start === null ? card.reportedOn : card.period;
    const ghost =
      start === null
        ? null
        : { ...card, publicId: "this", start, end: end ?? start, claimant: claimOf(card)?.agent ?? null };
    return placeMini(
      (figures ?? []).filter(({ unit }) => unit === card.unit),
      ghost,
      world.agents,
    );
  }, [card, figures, world.agents]);
  if (figures === undefined) return <div className="mini mini-waiting" aria-hidden="true" />;
  if (placed === null) return <p className="secondary mini-none">{words.chart.none}</p>;
  const { points, ghost, ticks, span } = placed;
  const right = miniSize.width - 60;
  const unit = world.metrics.find(({ slug }) => slug === metric)?.unit ?? "";
  const label = fill(words.chart.label, {
    count: points.length,
    value: quantityOf(card, desk) ?? words.none,
    date: card.period.start === null ? words.bases.unknown : formatDay(card.period.start, locale),
  });
  return (
    <figure className="mini">
      <figcaption>{words.chart.title}</figcaption>
      <svg viewBox={`0 0 ${miniSize.width} ${miniSize.height}`} role="img" aria-label={label}>
        {ticks.map(({ y, value }) => (
          <g key={value}>
            <path className="mini-axis" d={`M4,${y}H${right}`} />
            <text x={right + 4} y={y + 4}>
              {measured(String(value), unit, desk)}
            </text>
          </g>
        ))}
        {points.map((point) => (
          <Point key={point.id} point={point} />
        ))}
        {ghost && (
          <g className="mini-ghost">
            <circle cx={ghost.x} cy={ghost.y} r={8.5} />
            <Point point={ghost} />
          </g>
        )}
        <text x={4} y={miniSize.height - 4}>
          {formatDay(msToDay(span.from), locale)}
        </text>
        <text x={right} y={miniSize.height - 4} textAnchor="end">
          {formatDay(msToDay(span.to), locale)}
        </text>
      </svg>
    </figure>
  );
}

function Point({ point: { x, y, x1, x2, shape, colour, mark } }: { point: MiniPoint }) {
  return (
    <g className={`mini-point ${mark === null ? "chart-mnone" : `chart-m${colour.slice(-1)}`}`}>
      {x2 - x1 > 8 && <path className="mini-extent" d={`M${x1},${y}H${x2}`} />}
      <path className={shape === "ring" ? "mini-open" : "mini-mark"} d={markPath(shape, x, y, 3.6)} />
    </g>
  );
}
