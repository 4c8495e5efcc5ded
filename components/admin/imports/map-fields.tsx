"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import type { Locale } from "@/domain/vocabulary";
import type { ImportMessages } from "@/messages/imports";
import { ColumnCard } from "./column-card";
import { ConstantBoxes } from "./constant-boxes";
import { DatasetBoxes } from "./dataset-boxes";
import { FigureBoxes } from "./figure-boxes";
import type { MapForm } from "./map-form";
import { boxesOf, type ColumnShown, type MapAction, type MapChoices, mapUntouched } from "./map-shown";
import { NameRows } from "./name-rows";

type Props = {
  action: MapAction;
  /** As the map was when it was read: a later save of somebody else's is not overwritten. */
  rowVersion: number;
  /** How the file is read, as the address says it. */
  options: Readonly<Record<string, string>>;
  form: MapForm;
  columns: readonly ColumnShown[];
  choices: MapChoices;
  languageNames: Readonly<Record<string, string>>;
  locale: Locale;
  words: ImportMessages;
};

/** The whole form of the columns: one form, so that nothing chosen is lost by another choice. */
export function MapFields({ action, rowVersion, options, form, columns, ...rest }: Props) {
  const { choices, languageNames, locale, words } = rest;
  const [state, submit, pending] = useKeptAction(action, mapUntouched);
  const boxes = boxesOf(state.posted);
  return (
    <form
      action={submit}
      className="map-form"
      key={state.posted === null ? "map" : JSON.stringify(state.posted)}
    >
      <input type="hidden" name="rowVersion" value={rowVersion} />
      {Object.entries(options).map(([name, value]) => (
        <input key={name} type="hidden" name={`table.${name}`} value={value} />
      ))}
      {state.problems.length > 0 && (
        <div className="said" role="alert">
          <ul>
            {state.problems.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      <NameRows {...{ form, columns, boxes, choices, locale, words }} />
      <section aria-labelledby="columns-title">
        <h2 id="columns-title">{words.columns.title}</h2>
        <p className="secondary">{words.columns.what}</p>
        <ol className="column-cards">
          {columns.map((column, at) => (
            <ColumnCard
              key={column.name}
              {...{ at, column, boxes, choices, words }}
              form={form.columns[at]!} // one a column
              own={form.dataset === null}
            />
          ))}
        </ol>
      </section>
      <FigureBoxes {...{ form, columns, boxes, choices, words }} />
      <ConstantBoxes {...{ form, boxes, choices, words }} />
      {form.dataset !== null && (
        <DatasetBoxes form={form.dataset} {...{ boxes, choices, languageNames }} words={words.dataset} />
      )}
      {form.dataset !== null && (
        <fieldset className="checks">
          <legend>
            <h2>{words.key.title}</h2>
          </legend>
          <p className="secondary">{words.key.what}</p>
          {columns.map(({ name }, at) => (
            <label key={name} className="check">
              <input
                type="checkbox"
                name="key"
                value={at}
                defaultChecked={boxes.ticked("key", String(at), form.key.includes(at))}
              />{" "}
              {name}
            </label>
          ))}
        </fieldset>
      )}
      <p className="form-actions">
        <button type="submit" name="intent" value="check" disabled={pending}>
          {words.saveAndCheck}
        </button>
        <button type="submit" name="intent" value="save" className="quiet" disabled={pending}>
          {words.save}
        </button>
      </p>
    </form>
  );
}
