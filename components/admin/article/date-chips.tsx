"use client";

import { useRef } from "react";
import type { Day } from "@/domain/figure";
import { fill } from "@/domain/format";
import { datePrecisions } from "@/domain/vocabulary";
import type { DeskMessages } from "@/messages/desk";
import type { DateChip, IntakeCard } from "./intake";

type Props = {
  card: IntakeCard;
  words: DeskMessages["article"];
  problem: string | undefined;
  autoFocus: boolean;
  dayWords: (day: Day) => string;
};

/** When the article was published: a day found in it, each with the words it was found in, or another. */
export function DateChips({ card, words, problem, autoFocus, dayWords }: Props) {
  const other = useRef<HTMLInputElement>(null);
  const guessed = card.guessed.includes("published");
  const state = card.published === "" ? words.asked : guessed ? words.guess : null;
  const precisions = datePrecisions.filter((one) => one === "day" || one === "month" || one === "year");
  return (
    <fieldset
      className={`source-field${state ? " source-guess" : ""}`}
      aria-describedby={problem && "published-problem"}
    >
      <legend>
        {words.published} {state && <span className="field-note">{state}</span>}
      </legend>
      <div className="chips">
        {card.dates.map((chip, at) => (
          <label key={chip.value} className="chip">
            <input
              type="radio"
              name="published"
              value={chip.value}
              defaultChecked={card.published === chip.value}
              // biome-ignore lint/a11y/noAutofocus: the first choice of the box that has to be filled in
              autoFocus={autoFocus && at === 0}
            />{" "}
            {chipWords(chip, words, dayWords)}
          </label>
        ))}
        <span className={`chip chip-other${card.dates.length === 0 ? " chip-only" : ""}`}>
          <label>
            <input
              ref={other}
              type="radio"
              name="published"
              value="other"
              defaultChecked={card.published === "other" || card.dates.length === 0}
            />
            <span className="visually-hidden">{words.other}</span>
          </label>
          <input
            type="date"
            name="day"
            aria-label={words.published}
            defaultValue={card.day}
            // biome-ignore lint/a11y/noAutofocus: the box that has to be filled in
            autoFocus={autoFocus && card.dates.length === 0}
            onInput={() => {
              if (other.current) other.current.checked = true;
            }}
          />
          <select name="precision" aria-label={words.precision} defaultValue={card.precision}>
            {precisions.map((precision) => (
              <option key={precision} value={precision}>
                {words.precisions[precision as "day" | "month" | "year"]}
              </option>
            ))}
          </select>
          <select name="basis" aria-label={words.publishedWhy} defaultValue={card.basis}>
            <option value="stated">{words.basis.stated}</option>
            <option value="inferred">{words.basis.inferred}</option>
          </select>
        </span>
      </div>
      {problem && (
        <p className="field-problem" id="published-problem" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

function chipWords(
  { kind, words, day }: DateChip,
  texts: Props["words"],
  dayWords: Props["dayWords"],
): string {
  const template = { found: texts.chip.found, post: texts.chip.tweet, html: texts.chip.html }[kind];
  return fill(template, { words, date: dayWords(day) });
}
