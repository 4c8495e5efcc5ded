"use client";

import { comparators, modalities, pers, statistics } from "@/domain/vocabulary";
import { CardField } from "./card-field";
import { DateFields } from "./date-fields";
import { useDesk } from "./desk-context";
import type { Card, CardField as Field, GuessNote } from "./reading";
import { SpeakerFields } from "./speaker-fields";
import { typedDecimal } from "./typed-decimal";

type Props = {
  card: Card;
  guesses: Readonly<Partial<Record<Field, GuessNote>>>;
  /** What an editor changed: no guess any more. */
  touched: Partial<Card> | undefined;
  missing: readonly Field[];
  disabled: boolean;
  onChange: (change: Partial<Card>) => void;
};

type Choice = readonly [value: string, words: string];

/** Every box of a card, in the order an editor checks them. */
export function CardForm({ card, guesses, touched, missing, disabled, onChange }: Props) {
  const { words, world } = useDesk();
  const metric = world.metrics.find(({ slug }) => slug === card.metric);
  const units = world.units.filter(
    ({ slug }) => !metric || metric.allowedUnits.includes(slug) || slug === card.unit,
  );
  return (
    <fieldset className="card-form" disabled={disabled}>
      <legend className="visually-hidden">{words.accept}</legend>
      {number("value")}
      {number("low")}
      {number("high")}
      {select(
        "comparator",
        comparators.map((one) => [one, words.comparator[one]]),
        "short",
      )}
      {select("unit", [none, ...units.map(({ slug, label }) => [slug, label] as const)], "short")}
      {text("cue")}
      {select("metric", [none, ...world.metrics.map(({ slug, name }) => [slug, name] as const)], "wide")}
      {group("attribution", <SpeakerFields card={card} onChange={onChange} />)}
      {select("subject", [none, ...world.agents.map(({ slug, name }) => [slug, name] as const)])}
      {select("place", [none, ...world.places.map(({ slug, name }) => [slug, name] as const)])}
      {group(
        "period",
        <DateFields name="period" claim={card.period} onChange={(period) => onChange({ period })} />,
      )}
      {group(
        "reportedOn",
        <DateFields
          name="reportedOn"
          claim={card.reportedOn}
          onChange={(reportedOn) => onChange({ reportedOn })}
        />,
      )}
      {select(
        "modality",
        modalities.map((one) => [one, words.modality[one]]),
      )}
      {select(
        "statistic",
        statistics.map((one) => [one, words.statistic[one]]),
      )}
      {select("per", [["", words.perNone], ...pers.map((one) => [one, words.pers[one]] as const)])}
      <label className="field field-check">
        <input
          type="checkbox"
          checked={card.hearsay}
          onChange={(event) => onChange({ hearsay: event.target.checked })}
        />{" "}
        {words.field.hearsay}
      </label>
    </fieldset>
  );

  function frame(name: Field) {
    const guess = touched && name in touched ? undefined : guesses[name];
    return { name, guess, missing: missing.includes(name) };
  }

  function number(name: "value" | "low" | "high") {
    return (
      <CardField {...frame(name)} htmlFor={`card-${name}`} size="short">
        <TypedNumber
          id={`card-${name}`}
          value={card[name]}
          onChange={(value) => onChange({ [name]: value })}
        />
      </CardField>
    );
  }

  function text(name: "cue") {
    return (
      <CardField {...frame(name)} htmlFor={`card-${name}`} size="short">
        <input
          id={`card-${name}`}
          value={card[name] ?? ""}
          onChange={(event) => onChange({ [name]: event.target.value || null })}
        />
      </CardField>
    );
  }

  function select(
    name: "comparator" | "unit" | "metric" | "subject" | "place" | "modality" | "statistic" | "per",
    choices: readonly Choice[],
    size?: "short" | "wide",
  ) {
    return (
      <CardField {...frame(name)} htmlFor={`card-${name}`} size={size}>
        <select
          id={`card-${name}`}
          value={card[name] ?? ""}
          aria-describedby={frame(name).guess && `why-${name}`}
          onChange={(event) => onChange({ [name]: event.target.value || null })}
        >
          {choices.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </CardField>
    );
  }

  function group(name: "attribution" | "period" | "reportedOn", children: React.ReactNode) {
    return (
      <CardField {...frame(name)} size="wide">
        {children}
      </CardField>
    );
  }
}

const none: Choice = ["", "—"];

type TypedNumberProps = { id: string; value: string | null; onChange: (value: string | null) => void };

/** A number as people type it in their language; what cannot be read stays in the box and is said to be wrong. */
function TypedNumber({ id, value, onChange }: TypedNumberProps) {
  const { locale } = useDesk();
  return (
    <input
      id={id}
      inputMode="decimal"
      autoComplete="off"
      value={value ?? ""}
      onChange={(event) => onChange(typedDecimal(event.target.value, locale))}
    />
  );
}
