"use client";

import { type ReactNode, useState } from "react";
import { fill, fillPlural, formatDecimal } from "@/domain/format";
import { formatDay } from "@/domain/format-date";
import type { Locale } from "@/domain/vocabulary";
import type { DeskMessages } from "@/messages/desk";
import { DateChips } from "./date-chips";
import type { CardProblems, IntakeCard } from "./intake";

type Props = {
  card: IntakeCard;
  problems: CardProblems;
  known: { readonly slug: string; readonly title: string } | null;
  changes: DeskMessages["changes"];
  outlets: readonly { readonly slug: string; readonly name: string }[];
  words: DeskMessages["article"];
  locale: Locale;
  busy: boolean;
};

/** What the article says of itself, to be checked; every guess is marked, and what is missing is asked for. */
export function SourceCardForm({ card, problems, known, changes, outlets, words, locale, busy }: Props) {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const touch = (name: string) => setTouched((before) => new Set(before).add(name));
  const box = (name: keyof IntakeCard & string, id = `source-${name}`) => ({
    id,
    name,
    onChange: () => touch(name),
    "aria-invalid": name in problems ? true : undefined,
    "aria-describedby": name in problems ? `${id}-problem` : undefined,
  });
  const firstEmpty =
    card.title === "" ? "title" : card.publisher + card.publisherNew === "" ? "publisher" : null;
  return (
    <div className="source-card">
      <h2>{words.card}</h2>
      <p className="secondary">
        {fillPlural(words.cardWhat, card.numbers, locale, {
          characters: formatDecimal(String(card.text.length), locale),
        })}
      </p>
      {problems.card && (
        <p className="notice" role="alert">
          {problems.card}
        </p>
      )}
      {known && (
        <div className="notice" role="alert">
          <p>{fill(changes.known, { title: known.title })}</p>
          <p className="intake-actions">
            <button type="submit" name="version" value={known.slug} disabled={busy} formNoValidate>
              {changes.asVersion}
            </button>
            <a href={`/admin/sources/${known.slug}`}>{changes.open}</a>
          </p>
        </div>
      )}
      {field(
        "title",
        words.name,
        <>
          <textarea
            {...box("title")}
            rows={2}
            defaultValue={card.title}
            // biome-ignore lint/a11y/noAutofocus: the first box that has to be filled in
            autoFocus={firstEmpty === "title"}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault(); // a title has one line; Enter goes on, as in the other boxes
              event.currentTarget.form?.requestSubmit();
            }}
          />
          <label className="check">
            <input type="checkbox" name="titleOurs" defaultChecked={card.titleOurs} /> {words.titleOurs}
          </label>
        </>,
      )}
      {field(
        "publisher",
        words.publisher,
        <div className="pair">
          <select
            {...box("publisher")}
            defaultValue={card.publisher}
            // biome-ignore lint/a11y/noAutofocus: the first box that has to be filled in
            autoFocus={firstEmpty === "publisher"}
          >
            <option value="">{words.publisherChoose}</option>
            {outlets.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
          <input
            name="publisherNew"
            aria-label={words.publisherNew}
            placeholder={words.publisherNew}
            defaultValue={card.publisherNew}
            onChange={() => touch("publisher")}
          />
        </div>,
      )}
      {field("author", words.author, <input {...box("author")} defaultValue={card.author} />)}
      <DateChips
        card={card}
        words={words}
        problem={problems.published}
        autoFocus={firstEmpty === null}
        dayWords={(day) => formatDay(day, locale, "long")}
      />
      {field(
        "language",
        words.language,
        <select {...box("language")} defaultValue={card.language}>
          <option value="fr">{words.languages.fr}</option>
          <option value="en">{words.languages.en}</option>
        </select>,
      )}
      {field("url", words.url, <input {...box("url")} type="url" defaultValue={card.url} />)}
      <p className="intake-actions">
        <button type="submit" name="intent" value="record" disabled={busy}>
          {busy ? words.reading : words.begin}
        </button>
        <button type="submit" name="intent" value="again" className="quiet" formNoValidate>
          {words.again}
        </button>
      </p>
      <details className="kept-text">
        <summary>{words.text}</summary>
        <textarea name="text" readOnly rows={12} value={card.text} aria-label={words.text} />
      </details>
      <input
        type="hidden"
        name="card"
        value={JSON.stringify({ dates: card.dates, guessed: card.guessed, numbers: card.numbers })}
      />
    </div>
  );

  function field(
    name: "title" | "publisher" | "author" | "language" | "url",
    label: string,
    children: ReactNode,
  ) {
    const guessed = card.guessed.includes(name) && !touched.has(name);
    const asked = name === firstEmpty || (name === "publisher" && card.publisher + card.publisherNew === "");
    const problem = name in problems ? problems[name as keyof CardProblems] : undefined;
    return (
      <div className={`source-field${guessed ? " source-guess" : ""}`}>
        <label htmlFor={`source-${name}`}>
          {label}{" "}
          {(guessed || asked) && <span className="field-note">{asked ? words.asked : words.guess}</span>}
        </label>
        {children}
        {problem && (
          <p className="field-problem" id={`source-${name}-problem`} role="alert">
            {problem}
          </p>
        )}
      </div>
    );
  }
}
