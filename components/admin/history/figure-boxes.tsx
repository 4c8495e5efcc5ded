"use client";

import type { FigureInput } from "@/domain/inputs";
import { comparators, modalities, pers, ranks, statistics } from "@/domain/vocabulary";
import { type Choice, ChoiceBox, TextBox } from "./boxes";
import { DateBoxes } from "./date-boxes";
import { useForm } from "./form-words";
import { FoundSentenceBoxes } from "./found-sentence-boxes";
import { MentionBoxes } from "./mention-boxes";
import { plainNumber } from "./plain-number";

/** Every box of a figure, in the order an editor checks them. */
export function FigureBoxes({ figure }: { figure: FigureInput }) {
  const { locale, reading, history, ranks: rankWords, world, problemsOf } = useForm();
  const { field } = reading;
  const none: Choice = ["", history.none];
  const named = (list: readonly { slug: string; name: string }[]) =>
    list.map(({ slug, name }): Choice => [slug, name]);
  const number = (name: "value" | "low" | "high") => (
    <TextBox label={field[name]} name={name} value={plainNumber(figure[name], locale)} number />
  );
  const speaking = [...problemsOf("mentions"), ...problemsOf("unattributed")];
  return (
    <>
      <fieldset className="boxes">
        <legend>{history.group.value}</legend>
        {number("value")}
        <ChoiceBox
          label={field.comparator}
          name="comparator"
          value={figure.comparator}
          choices={comparators.map((one) => [one, reading.comparator[one]])}
        />
        {number("low")}
        {number("high")}
        <ChoiceBox
          label={field.unit}
          name="unit"
          value={figure.unit}
          choices={world.units.map(({ slug, name }) => [slug, name[locale]])}
        />
        <TextBox label={field.cue} name="cue" value={figure.cue} />
        <ChoiceBox
          label={field.statistic}
          name="statistic"
          value={figure.statistic}
          choices={statistics.map((one) => [one, reading.statistic[one]])}
        />
        <ChoiceBox
          label={field.per}
          name="per"
          value={figure.per}
          choices={[["", history.perNone], ...pers.map((one): Choice => [one, reading.pers[one]])]}
        />
      </fieldset>
      <fieldset className="boxes">
        <legend>{history.group.about}</legend>
        <ChoiceBox
          label={field.metric}
          name="metric"
          value={figure.metric}
          choices={named(world.metrics)}
          wide
        />
        <ChoiceBox
          label={field.subject}
          name="subject"
          value={figure.subject}
          choices={[none, ...named(world.agents)]}
        />
        <ChoiceBox
          label={field.place}
          name="place"
          value={figure.place}
          choices={[none, ...named(world.places)]}
        />
        <ChoiceBox
          label={field.modality}
          name="modality"
          value={figure.modality}
          choices={modalities.map((one) => [one, reading.modality[one]])}
        />
        <label className="check">
          <input type="checkbox" name="hearsay" defaultChecked={figure.hearsay} /> {field.hearsay}
        </label>
      </fieldset>
      <fieldset className="boxes dates-group">
        <legend>{history.group.dates}</legend>
        <DateBoxes name="period" claim={figure.period} />
        <DateBoxes name="reportedOn" claim={figure.reportedOn} />
      </fieldset>
      {figure.mentions[0]?.record !== undefined && <FoundSentenceBoxes />}
      <fieldset className="boxes">
        <legend>{history.group.speakers}</legend>
        <p className="secondary box-wide">{history.linkHint}</p>
        {figure.mentions.map((mention, at) => (
          <MentionBoxes
            key={`${mention.source} ${mention.sentenceStart} ${mention.numberStart}`}
            mention={mention}
            at={at}
          />
        ))}
        <label className="check">
          <input type="checkbox" name="unattributed" defaultChecked={figure.unattributed === true} />{" "}
          {history.unattributed}
        </label>
        {speaking.map((words) => (
          <p key={words} className="said box-wide">
            {words}
          </p>
        ))}
      </fieldset>
      <fieldset className="boxes">
        <legend>{history.group.rest}</legend>
        <ChoiceBox
          label={history.field.rank}
          name="rank"
          value={figure.rank}
          choices={ranks.map((one) => [one, rankWords[one] ?? one])}
        />
        <TextBox
          label={history.field.supersedes}
          name="supersedes"
          value={figure.supersedes}
          hint={history.fieldHint.supersedes}
        />
        {(["fr", "en"] as const).map((lang) => (
          <label key={lang} className="box box-wide">
            {history.field.note}, {lang === "fr" ? history.noteFr : history.noteEn}
            <textarea
              name={`note.${lang}`}
              lang={lang}
              rows={2}
              maxLength={4000}
              defaultValue={figure.note?.[lang] ?? ""}
            />
          </label>
        ))}
      </fieldset>
    </>
  );
}
