import { fill } from "@/domain/format";
import type { ImportMessages } from "@/messages/imports";
import { fieldGroups, groupNames } from "./field-groups";
import type { ColumnForm } from "./map-form";
import type { Boxes, ColumnShown, MapChoices } from "./map-shown";
import { listOf } from "./posted-map";

type Props = {
  at: number;
  column: ColumnShown;
  form: ColumnForm;
  /** Whether the table is a download of ours, which alone may name figures. */
  own: boolean;
  boxes: Boxes;
  choices: MapChoices;
  words: ImportMessages;
};

/** One column: what its cells look like, what it holds, and how that is read. */
export function ColumnCard({ at, column, form, own, boxes, choices, words }: Props) {
  const { columns: said, field } = words;
  const roles: readonly string[] = own ? ["figure_id"] : [];
  const id = `column-${at}`;
  const list = listOf(form.role);
  const kinds = list === "agents" ? choices.agentKinds : list === "places" ? choices.placeKinds : [];
  return (
    <li className={`column-card${form.role === "" ? " column-left" : ""}`}>
      <div className="column-cells">
        <h3>{column.name}</h3>
        {column.examples.length === 0 ? (
          <p className="secondary">{said.allEmpty}</p>
        ) : (
          <ul aria-label={said.examples}>
            {column.examples.map(({ cell, reads }) => (
              <li key={cell}>
                {reads === null
                  ? cell
                  : reads === ""
                    ? fill(said.unread, { cell })
                    : fill(said.reading, { cell, value: reads })}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="column-boxes">
        <label htmlFor={id}>{said.holds}</label>
        <select id={id} name={`column.${at}`} defaultValue={boxes.value(`column.${at}`, form.role)}>
          <option value="">{said.leave}</option>
          {roles.map((one) => (
            <option key={one} value={one}>
              {field[one as "figure_id"]}
            </option>
          ))}
          {groupNames.map((group) => (
            <optgroup key={group} label={said.group[group]}>
              {fieldGroups[group].map((one) => (
                <option key={one} value={one}>
                  {field[one]}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        {(column.decimal !== null || form.decimal !== "") && (
          <Reading
            name={`decimal.${at}`}
            label={said.decimal}
            value={boxes.value(`decimal.${at}`, form.decimal)}
            choices={[
              [".", said.decimals.point],
              [",", said.decimals.comma],
            ]}
            unclear={column.decimal?.unclear ?? null}
            asks={said.ambiguous.number}
            words={said}
          />
        )}
        {(column.order !== null || form.order !== "") && (
          <Reading
            name={`order.${at}`}
            label={said.order}
            value={boxes.value(`order.${at}`, form.order)}
            choices={(["DMY", "MDY", "YMD"] as const).map((one) => [one, said.orders[one]] as const)}
            unclear={column.order?.unclear ?? null}
            asks={said.ambiguous.date}
            words={said}
          />
        )}
        {kinds.length > 0 && (
          <>
            <label htmlFor={`create-${at}`}>{said.unknown}</label>
            <select
              id={`create-${at}`}
              name={`create.${at}`}
              defaultValue={boxes.value(`create.${at}`, form.create)}
            >
              <option value="">{said.unknownAre}</option>
              {kinds.map(([kind, name]) => (
                <option key={kind} value={kind}>
                  {fill(said.unknownBecome, { kind: name })}
                </option>
              ))}
            </select>
          </>
        )}
      </div>
    </li>
  );
}

type ReadingProps = {
  name: string;
  label: string;
  value: string;
  choices: readonly (readonly [string, string])[];
  /** A cell that can be read in two ways; null where the column leaves no doubt. */
  unclear: string | null;
  asks: string;
  words: ImportMessages["columns"];
};

/** How the column writes numbers or dates: found where it leaves no doubt, else to be chosen. */
function Reading({ name, label, value, choices, unclear, asks, words }: ReadingProps) {
  const id = name.replace(".", "-");
  const asked = unclear !== null && value === "";
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={value} aria-describedby={asked ? `${id}-asks` : undefined}>
        <option value="">{unclear === null ? words.auto : words.choose}</option>
        {choices.map(([one, says]) => (
          <option key={one} value={one}>
            {says}
          </option>
        ))}
      </select>
      {asked && (
        <p className="field-problem" id={`${id}-asks`}>
          {fill(asks, { cell: unclear })}
        </p>
      )}
    </>
  );
}
