import type { Locale } from "@/domain/vocabulary";
import type { DeskMessages } from "@/messages/desk";
import { momentWords } from "../history/moment";

export type AuditLine = {
  readonly seq: number;
  readonly at: Date;
  readonly editor: { readonly name: string };
  readonly verb: string;
  readonly entity: string;
  readonly before: unknown;
  readonly after: unknown;
};

type Props = { lines: readonly AuditLine[]; locale: Locale; words: DeskMessages["audit"] };

/** Every write: who, what, when, and what was there before and after. */
export function AuditTable({ lines, locale, words }: Props) {
  const { column } = words;
  return (
    <div className="audit-frame">
      <table className="list-table audit-table">
        <thead>
          <tr>
            {(["seq", "at", "editor", "verb", "entity", "changed"] as const).map((one) => (
              <th key={one} scope="col">
                {column[one]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ seq, at, editor, verb, entity, before, after }) => (
            <tr key={seq} id={`line-${seq}`}>
              <td>{seq}</td>
              <td>
                <time dateTime={at.toISOString()}>{momentWords(at, locale)}</time>
              </td>
              <td>{editor.name}</td>
              <td>
                <code>{verb}</code>
              </td>
              <td>
                <Entity entity={entity} />
              </td>
              <td>
                <details>
                  <summary>
                    {words.show}
                    <span className="visually-hidden">
                      {" "}
                      {column.seq} {seq}
                    </span>
                  </summary>
                  <Side title={words.before} value={before} nothing={words.nothing} />
                  <Side title={words.after} value={after} nothing={words.nothing} />
                </details>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What was written to, with the way there where it has a page of its own at the desk. */
function Entity({ entity }: { entity: string }) {
  const [kind, name] = entity.split(":");
  const at = kind === "figure" ? "figures" : kind === "source" ? "sources" : null;
  return at === null || name === undefined ? entity : <a href={`/admin/${at}/${name}`}>{entity}</a>;
}

function Side({ title, value, nothing }: { title: string; value: unknown; nothing: string }) {
  return (
    <div className="audit-side">
      <strong>{title}</strong>
      {value === null || value === undefined ? (
        <p>{nothing}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
      )}
    </div>
  );
}
