import { plainCell, type TableRow } from "@/domain/import/cell";
import type { ImportMessages } from "@/messages/imports";

type Props = { header: readonly string[]; rows: readonly TableRow[]; words: ImportMessages["preview"] };

/** Longest cell that is shown whole. */
const longest = 80;

/** The first rows of the file as they stand in it. */
export function TablePreview({ header, rows, words }: Props) {
  return (
    <>
      <h2 id="preview-title">{words.title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <section className="table-scroll" tabIndex={0} aria-labelledby="preview-title">
        <table className="import-preview">
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              {header.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ number, cells }) => (
              <tr key={number}>
                <th scope="row">{number}</th>
                {cells.map((cell, at) => (
                  <td key={header[at]}>{shortened(plainCell(cell))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
