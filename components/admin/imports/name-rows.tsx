import { fill, fillPlural } from "@/domain/format";
import { type NamedList, namedLists } from "@/domain/import/names";
import type { Locale } from "@/domain/vocabulary";
import type { ImportMessages } from "@/messages/imports";
import type { MapForm } from "./map-form";
import type { Boxes, ColumnShown, MapChoices } from "./map-shown";
import { listOf } from "./posted-map";

type Props = {
  form: MapForm;
  columns: readonly ColumnShown[];
  boxes: Boxes;
  choices: MapChoices;
  locale: Locale;
  words: ImportMessages;
};

/** As many names of a column as are asked at once: the most frequent; settled ones make room for the next. */
const most = 40;

/** Names that no list knows, each to be given an entry, made another name of one, recorded anew, or said to be nothing. */
export function NameRows({ form, columns, boxes, choices, locale, words }: Props) {
  const { names: said } = words;
  const rows = columns.flatMap((column, at) => {
    const { role, words: settled } = form.columns[at]!; // one a column
    const list = listOf(role) ?? (role in choices.closed ? (role as keyof MapChoices["closed"]) : null);
    if (list === null) return [];
    const open = column.unknown.filter(({ printed }) => !(printed in settled));
    const asked = open.slice(0, most).map(({ printed, count }) => ({ printed, count, means: "" }));
    const known = Object.entries(settled).map(([printed, slug]) => ({
      ...{ printed, count: null, means: slug === null ? "-" : `=${slug}` },
    }));
    return [{ at, list, name: column.name, lines: [...asked, ...known], more: open.length - asked.length }];
  });
  const open = rows.flatMap(({ lines }) => lines).filter(({ means }) => means === "").length;
  if (rows.every(({ lines }) => lines.length === 0)) return null;
  return (
    <section className="import-names" aria-labelledby="names-title" id="names">
      <h2 id="names-title">{open > 0 ? fillPlural(said.title, open, locale) : said.settled}</h2>
      {open > 0 && <p className="secondary">{said.what}</p>}
      {rows
        .filter(({ lines }) => lines.length > 0)
        .map(({ at, list, name, lines, more }) => (
          <fieldset key={at} className="name-lines">
            <legend>{name}</legend>
            {lines.map(({ printed, count, means }, nth) => (
              <NameLine
                key={printed}
                {...{ at, nth, list, printed, count, means, boxes, choices, locale, words }}
              />
            ))}
            {more > 0 && <p className="secondary">{fillPlural(said.more, more, locale)}</p>}
          </fieldset>
        ))}
    </section>
  );
}

type LineProps = Pick<Props, "boxes" | "choices" | "locale" | "words"> & {
  at: number;
  nth: number;
  list: NamedList | keyof MapChoices["closed"];
  printed: string;
  count: number | null;
  means: string;
};

function NameLine({ at, nth, list, printed, count, means, boxes, choices, locale, words }: LineProps) {
  const { names: said } = words;
  const id = `means.${at}.${nth}`;
  const entries = isList(list) ? choices[list] : (choices.closed[list] ?? []);
  const kinds = list === "agents" ? choices.agentKinds : list === "places" ? choices.placeKinds : [];
  return (
    <div className="name-line">
      <input type="hidden" name={`word.${at}.${nth}`} value={printed} />
      <label htmlFor={id}>
        <b>{printed === "" ? "–" : printed}</b>{" "}
        {count !== null && <span className="secondary">{fillPlural(said.rows, count, locale)}</span>}
      </label>
      <select id={id} name={id} defaultValue={boxes.value(id, means)}>
        <option value="">{said.open}</option>
        <option value="-">{said.nothing}</option>
        {kinds.map(([kind, name]) => (
          <option key={kind} value={`+${kind}`}>
            {fill(said.create, { kind: name })}
          </option>
        ))}
        {entries.map(([slug, name]) => (
          <option key={slug} value={`=${slug}`}>
            {name}
          </option>
        ))}
      </select>
      {(list === "agents" || list === "places") && (
        <label className="check">
          <input
            type="checkbox"
            name={`alias.${at}.${nth}`}
            defaultChecked={boxes.ticked(`alias.${at}.${nth}`, "on", false)}
          />{" "}
          {said.alias}
        </label>
      )}
    </div>
  );
}

const isList = (list: LineProps["list"]): list is NamedList =>
  (namedLists as readonly string[]).includes(list);
