import { fill } from "@/domain/format";
import type { ImportField } from "@/domain/import/row";
import type { ImportMessages } from "@/messages/imports";
import { constantFields, fieldGroups, groupNames } from "./field-groups";
import { type MapForm, sameFields, sameTargets } from "./map-form";
import type { Boxes, Choice, MapChoices } from "./map-shown";
import { listOf } from "./posted-map";

type Props = { form: MapForm; boxes: Boxes; choices: MapChoices; words: ImportMessages };

const days: readonly ImportField[] = ["period_start", "period_end", "reported_on", "source_published_on"];

/** What tables most often leave to be said; the other fields are folded away. */
const first: readonly ImportField[] = [
  "metric",
  "subject",
  "place",
  "unit",
  "statistic",
  "period_start",
  "period_end",
  "reported_on",
  "claimant",
  "modality",
  "publisher",
];

/** What is the same for every row, for the fields that no column holds. */
export function ConstantBoxes({ form, boxes, choices, words }: Props) {
  const { constants: said, columns, field: names } = words;
  const held = new Set(form.columns.map(({ role }) => role));
  const isSaid = (field: ImportField) => Boolean(boxes.value(`is.${field}`, form.constants[field] ?? ""));
  const open = (field: ImportField) =>
    constantFields.includes(field) && !held.has(field) && !form.kept.includes(field);
  return (
    <section aria-labelledby="constants-title">
      <h2 id="constants-title">{said.title}</h2>
      <p className="secondary">{said.what}</p>
      {groups((field) => open(field) && (first.includes(field) || isSaid(field)))}
      <details className="more-fields">
        <summary>{said.more}</summary>
        {groups((field) => open(field) && !first.includes(field) && !isSaid(field))}
      </details>
      {form.kept.length > 0 && (
        <fieldset className="checks">
          <legend>{said.kept}</legend>
          {form.kept.map((field) => (
            <label key={field} className="check">
              <input
                type="checkbox"
                name="keep"
                value={field}
                defaultChecked={boxes.ticked("keep", field, true)}
              />{" "}
              {names[field]}
            </label>
          ))}
        </fieldset>
      )}
    </section>
  );

  function groups(wanted: (field: ImportField) => boolean) {
    return groupNames
      .filter((group) => fieldGroups[group].some(wanted))
      .map((group) => (
        <fieldset key={group} className="boxes">
          <legend>{columns.group[group]}</legend>
          {fieldGroups[group].filter(wanted).map((field) => (
            <Constant key={field} {...{ field, form, boxes, choices, words }} />
          ))}
        </fieldset>
      ));
  }
}

function Constant({ field, form, boxes, choices, words }: Props & { field: ImportField }) {
  const { constants: said, field: names } = words;
  const id = `is-${field}`;
  const value = boxes.value(`is.${field}`, form.constants[field] ?? "");
  const offered = choicesFor(field, choices, words);
  const same = sameFields.find((one) => one === field);
  return (
    <div className="box">
      <label htmlFor={id}>{names[field]}</label>
      {offered !== null ? (
        <select id={id} name={`is.${field}`} defaultValue={value}>
          <option value="">{said.none}</option>
          {value !== "" && !offered.some(([slug]) => slug === value) && (
            <option value={value}>{value}</option>
          )}
          {offered.map(([slug, name]) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          name={`is.${field}`}
          defaultValue={value}
          autoComplete="off"
          maxLength={4000}
          placeholder={days.includes(field) ? said.dateHint : undefined}
        />
      )}
      {field === "publisher" && <span className="hint">{said.publisherHint}</span>}
      {same && (
        <select
          name={`same.${same}`}
          aria-label={`${names[field]}, ${said.sameNone}`}
          defaultValue={boxes.value(`same.${same}`, form.same[same] ?? "")}
        >
          <option value="">{said.sameNone}</option>
          {sameTargets
            .filter((target) => target !== same)
            .map((target) => (
              <option key={target} value={target}>
                {fill(said.same, { field: names[target] })}
              </option>
            ))}
        </select>
      )}
    </div>
  );
}

/** The entries or words a field may be; null for what is typed. */
export function choicesFor(
  field: ImportField,
  choices: MapChoices,
  { constants }: ImportMessages,
): readonly Choice[] | null {
  const list = listOf(field);
  if (field === "claimant") return [["unattributed", constants.unattributed], ...choices.agents];
  return list === null ? (choices.closed[field] ?? null) : choices[list];
}
