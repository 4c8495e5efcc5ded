"use client";

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { Day } from "@/domain/figure";
import { fillPlural, formatDecimal, type Plural } from "@/domain/format";
import { formatDay } from "@/domain/format-date";
import type { Locale } from "@/domain/vocabulary";
import { fetchKnown, showKnown } from "./known-regions";

/** A day on which something was reported; `count` is how many claims had been by then. */
export type KnownStep = { readonly day: Day; readonly count: number };

type Props = {
  /** Each as its day and its count, in few letters: there may be hundreds. */
  readonly steps: string;
  readonly total: number;
  /** The step in view, from 1. */
  readonly place: number;
  /** What the form carries along where there is no script. */
  readonly kept: readonly (readonly [string, string])[];
  readonly locale: Locale;
  readonly words: Readonly<Record<"slider" | "show" | "play" | "pause" | "failed", string>> & {
    readonly said: Plural;
  };
};

/** How long a step stays while playing. */
const PACE_MS = 900;

/**
 * A form without script; with it, moving the slider redraws the page in place as the server draws it for that day.
 * Arrows step from report to report, Home and End lead to the first and the last, space plays and pauses.
 */
export function KnownOnSlider({ steps: written, total, place, kept, locale, words }: Props) {
  const steps = useMemo(() => readSteps(written), [written]);
  const [at, setAt] = useState(place);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const [moved, setMoved] = useState(false);
  const [spoken, setSpoken] = useState("");
  const wanted = useRef(place);
  const step = steps[at - 1];
  const said = step
    ? fillPlural(words.said, step.count, locale, {
        date: formatDay(step.day, locale),
        total: formatDecimal(String(total), locale),
      })
    : "";

  /** Shows a step; of several asked for in haste the last one stays. */
  async function go(next: number): Promise<boolean> {
    const target = Math.min(Math.max(next, 1), steps.length);
    wanted.current = target;
    setAt(target);
    setMoved(true);
    const href = addressOf(target);
    try {
      const fetched = await fetchKnown(href);
      if (wanted.current !== target) return true;
      if (!showKnown(fetched)) window.location.assign(href);
      window.history.replaceState(null, "", href);
      setFailed(false);
      return true;
    } catch {
      setFailed(true); // said below; the drawing stays as it was
      return false;
    }
  }

  function addressOf(target: number): string {
    const url = new URL(window.location.href);
    const day = steps[target - 1]?.day;
    if (target === steps.length || day === undefined) url.searchParams.delete("known_on");
    else url.searchParams.set("known_on", day);
    return `${url.pathname}${url.search}`;
  }

  useEffect(() => {
    if (!playing) return;
    if (at >= steps.length) return setPlaying(false);
    const timer = setTimeout(async () => {
      if (!(await go(at + 1))) setPlaying(false);
    }, PACE_MS);
    if (at + 1 <= steps.length) fetchKnown(addressOf(at + 1)).catch(() => {}); // said when it is shown
    return () => clearTimeout(timer);
  });

  // Said aloud once the reader rests on a step, never at every frame.
  useEffect(() => {
    if (playing || !moved) return;
    const timer = setTimeout(() => setSpoken(said), 600);
    return () => clearTimeout(timer);
  }, [playing, moved, said]);

  function play() {
    if (!playing && at >= steps.length) void go(1);
    setPlaying(!playing);
  }

  function onKey(event: KeyboardEvent) {
    if (event.key !== " ") return;
    event.preventDefault();
    play();
  }

  return (
    <form className="known-on-range" method="get">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="known-on-play" type="button" onClick={play}>
        {playing ? words.pause : words.play}
      </button>
      <input
        type="range"
        name="report"
        min={1}
        max={steps.length}
        value={at}
        aria-label={words.slider}
        aria-valuetext={said}
        onChange={(event) => {
          setPlaying(false);
          void go(Number(event.target.value));
        }}
        onKeyDown={onKey}
      />
      <button className="known-on-go" type="submit">
        {words.show}
      </button>
      <span className="visually-hidden" role="status">
        {spoken}
      </span>
      {failed && <span className="chart-note">{words.failed}</span>}
    </form>
  );
}

const readSteps = (written: string): KnownStep[] =>
  written.split(",").map((step) => {
    const [day = "", count] = step.split(" ");
    return { day, count: Number(count) };
  });
