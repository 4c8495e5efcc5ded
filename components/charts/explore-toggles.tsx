import { useMemo } from "react";
import type { LogScale } from "@/domain/chart/chart";
import { type ChartView, type Hideable, hideable } from "@/domain/chart-view";
import type { Figure } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import type { ChartWords } from "./chart-words";

type Props = {
  readonly figures: readonly Figure[];
  readonly view: ChartView;
  readonly log: LogScale;
  /** Claimants are drawn apart whatever is asked for. */
  readonly apart: boolean;
  readonly hasEvents: boolean;
  readonly locale: Locale;
  readonly words: ChartWords;
  readonly onChange: (view: ChartView) => void;
};

/** What is in sight and how it is drawn, as boxes to tick. Why a scale is refused is said in the notes of the chart. */
export function ExploreToggles({ figures, view, log, apart, hasEvents, locale, words, onChange }: Props) {
  const { explore } = words;
  const titles = { claimant: explore.claimants, subject: explore.subjects, place: explore.places } as const;
  const box = (label: string, checked: boolean, next: ChartView) => (
    <label key={label}>
      <input type="checkbox" checked={checked} onChange={() => onChange(next)} /> {label}
    </label>
  );
  const sorts = useMemo(
    () =>
      hideable.map((kind) => {
        const none = kind === "claimant" ? words.unattributedLabel : words.explore.none[kind];
        return { kind, choices: choicesOf(figures, kind, locale, none) };
      }),
    [figures, locale, words],
  );
  return (
    <>
      {sorts.map(({ kind, choices }) => {
        if (kind !== "claimant" && choices.length < 2) return null;
        return (
          <fieldset key={kind} className="chart-toggles">
            <legend>{titles[kind]}</legend>
            {choices.map(({ id, name }) =>
              box(name, !view.hide.includes(id), { ...view, hide: toggled(view.hide, id) }),
            )}
          </fieldset>
        );
      })}
      <fieldset className="chart-toggles">
        <legend>{explore.drawing}</legend>
        {box(explore.log, view.log, { ...view, log: !view.log })}
        {!apart && box(explore.facets, view.facets, { ...view, facets: !view.facets })}
        {hasEvents && box(explore.events, view.events, { ...view, events: !view.events })}
      </fieldset>
      <p className="chart-note" aria-live="polite">
        {log !== "off" && words.logScale[log]}
      </p>
    </>
  );
}

function choicesOf(figures: readonly Figure[], kind: Hideable, locale: Locale, none: string) {
  const names = new Map(
    figures.map((figure) => [figure[kind]?.slug ?? "", figure[kind]?.name[locale] ?? none]),
  );
  return [...names].map(([slug, name]) => ({ id: `${kind}:${slug}`, name }));
}

const toggled = (hide: readonly string[], id: string): readonly string[] =>
  hide.includes(id) ? hide.filter((one) => one !== id) : [...hide, id].sort();
