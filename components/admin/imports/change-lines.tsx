import type { CellChange } from "@/domain/import/report";
import type { ImportMessages } from "@/messages/imports";

type Props = { changes: readonly CellChange[]; words: ImportMessages };

/** As many as are shown; the counts say how many there are. */
const shown = 100;

/** The first changes, cell by cell: from what the dataset said last to what it says now. */
export function ChangeLines({ changes, words }: Props) {
  const { report: said, field } = words;
  return (
    <>
      <h3>{said.changes}</h3>
      <table className="list-table import-changes">
        <thead>
          <tr>
            {[said.row, said.figure, said.field, said.from, said.to].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, shown).map(({ row, figureId, field: changed, from, to }) => (
            <tr key={`${row} ${figureId} ${changed}`}>
              <th scope="row">{row}</th>
              <td data-label={said.figure}>
                <a href={`/admin/figures/${figureId}`}>{figureId}</a>
              </td>
              <td data-label={said.field}>{field[changed]}</td>
              <td data-label={said.from}>
                <del>{from ?? said.nothingThere}</del>
              </td>
              <td data-label={said.to}>
                <ins>{to ?? said.nothingThere}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
