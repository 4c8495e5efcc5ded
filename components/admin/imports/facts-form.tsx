import { fill, fillPlural } from "@/domain/format";
import type { TableOptions } from "@/domain/import/table";
import { delimiters, type Known, type TableFacts, tableEncodings } from "@/domain/import/table-facts";
import type { Locale } from "@/domain/vocabulary";
import type { ImportMessages } from "@/messages/imports";
import { delimiterWords, noteWords } from "./table-words";

/** What is known of how a file is read, and what somebody has said of it. Null where it could not be read. */
export type ReadFacts = {
  readonly facts: TableFacts;
  readonly rows: number;
  readonly columns: number;
} | null;

type Props = {
  read: ReadFacts;
  options: Omit<TableOptions, "limits" | "format">;
  /** What the sheets are called, where the file could not be read for want of one. */
  sheets: readonly string[];
  locale: Locale;
  words: ImportMessages;
};

/**
 * How the file was read: each fact says whether it was found or chosen, and can be changed. The address carries what
 * was chosen, so that it needs no script and nothing is written for a look.
 */
export function FactsForm({ read, options, sheets, locale, words }: Props) {
  const { facts: said } = words;
  const facts = read?.facts;
  const names = facts?.sheets.map(({ name }) => name) ?? sheets;
  const hidden = (name: string) => facts?.sheets.some((sheet) => sheet.name === name && sheet.hidden);
  const isText = facts === undefined || facts.format.is !== "xlsx";
  return (
    <section className="import-facts" aria-labelledby="facts-title">
      <h2 id="facts-title">{said.title}</h2>
      {read && <p>{fillPlural(said.rows, read.rows, locale, { columns: read.columns })}</p>}
      <form method="get" className="fact-boxes">
        <input type="hidden" name="step" value="columns" />
        {isText && names.length === 0 && (
          <>
            <Choice
              name="encoding"
              label={said.encoding}
              value={options.encoding}
              found={foundWords(facts?.encoding)}
              choices={tableEncodings.map((one) => [one, one])}
              words={said}
            />
            <Choice
              name="delimiter"
              label={said.delimiter}
              value={options.delimiter}
              found={foundWords(facts?.delimiter, (one) => delimiterWords(one, words))}
              choices={delimiters.map((one) => [one, delimiterWords(one, words)])}
              words={said}
            />
          </>
        )}
        {names.length > 0 && (
          <Choice
            name="sheet"
            label={said.sheet}
            value={options.sheet}
            found={foundWords(facts?.sheet)}
            choices={names.map((one) => [one, hidden(one) ? `${one} (${said.hidden})` : one])}
            words={said}
          />
        )}
        <label>
          {said.headerRow}
          <input
            name="headerRow"
            inputMode="numeric"
            pattern="[0-9]{0,6}"
            defaultValue={options.headerRow ?? ""}
            placeholder={facts ? String(facts.headerRow.is) : ""}
          />
          <span className="hint">
            {facts?.headerRow.how === "found" && options.headerRow === undefined
              ? fill(said.found, { value: facts.headerRow.is })
              : options.headerRow !== undefined && said.stated}
          </span>
        </label>
        <button type="submit" className="quiet">
          {said.change}
        </button>
      </form>
      {facts !== undefined && facts.notes.length > 0 && (
        <div className="notice">
          <h3>{words.notes.title}</h3>
          <ul>
            {facts.notes.map((note) => (
              <li key={note.kind}>{noteWords(note, words, locale)}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function foundWords<T extends string>(
  known: Known<T> | null | undefined,
  name = (one: T): string => one,
): string | null {
  return known?.how === "found" ? name(known.is) : null;
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string | undefined;
  /** What was found, where nothing was chosen. */
  found: string | null;
  choices: readonly (readonly [value: string, words: string])[];
  words: ImportMessages["facts"];
};

function Choice({ name, label, value, found, choices, words }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name} defaultValue={value ?? ""}>
        <option value="">{words.auto}</option>
        {choices.map(([one, says]) => (
          <option key={one} value={one}>
            {says}
          </option>
        ))}
      </select>
      <span className="hint">
        {found === null ? value && words.stated : fill(words.found, { value: found })}
      </span>
    </label>
  );
}
