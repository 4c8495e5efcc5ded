import { fill } from "@/domain/format";
import type { ImportMessages } from "@/messages/imports";
import { choicesFor } from "./constant-boxes";
import { figureConstants, type MapForm } from "./map-form";
import type { Boxes, ColumnShown, MapChoices } from "./map-shown";

type Props = {
  form: MapForm;
  columns: readonly ColumnShown[];
  boxes: Boxes;
  choices: MapChoices;
  words: ImportMessages;
};

/** Where several columns hold a number: what sets the figure of each apart from the others of its row. */
export function FigureBoxes({ form, columns, boxes, choices, words }: Props) {
  const { figures: said, field: names, constants } = words;
  const values = form.columns.flatMap(({ role }, at) => (role === "value" ? [at] : []));
  if (values.length < 2) return null;
  return (
    <section aria-labelledby="figures-title">
      <h2 id="figures-title">{said.title}</h2>
      <p className="secondary">{said.what}</p>
      {values.map((at) => (
        <fieldset key={at} className="boxes">
          <legend>{fill(said.of, { column: columns[at]?.name ?? "" })}</legend>
          {figureConstants.map((field) => {
            const name = `figure.${at}.${field}`;
            return (
              <div key={field} className="box">
                <label htmlFor={name}>{names[field]}</label>
                <select
                  id={name}
                  name={name}
                  defaultValue={boxes.value(name, form.figures[at]?.[field] ?? "")}
                >
                  <option value="">{constants.none}</option>
                  {choicesFor(field, choices, words)?.map(([slug, words]) => (
                    <option key={slug} value={slug}>
                      {words}
                    </option>
                  ))}
                </select>
              </div>
            );
          })}
        </fieldset>
      ))}
    </section>
  );
}
