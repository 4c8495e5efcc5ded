import { formatDecimal } from "@/domain/format";
import type { ProblemGroup } from "@/domain/import/report";
import type { Locale } from "@/domain/vocabulary";
import type { ImportMessages } from "@/messages/imports";
import type { ReadingWords } from "../reading/reading-words";
import { ruleWords } from "./warning-words";

type Props = {
  problems: readonly ProblemGroup[];
  locale: Locale;
  words: ImportMessages;
  reading: ReadingWords;
};

/** Why rows are refused, those that refuse most first, each with the cell at fault and where it stands. */
export function ProblemTable({ problems, locale, words, reading }: Props) {
  const { report: said } = words;
  return (
    <table className="list-table import-problems">
      <thead>
        <tr>
          {[said.rule, said.column, said.cell].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          <th scope="col" className="number-cell">
            {said.figures}
          </th>
          <th scope="col">{said.rows}</th>
        </tr>
      </thead>
      <tbody>
        {problems.map(({ rule, column, cell, count, rows }) => (
          <tr key={`${rule} ${column} ${cell} ${rows}`}>
            <th scope="row">{ruleWords(rule, words, reading)}</th>
            <td data-label={said.column}>{column ?? words.list.noDataset}</td>
            <td data-label={said.cell}>
              <code>{cell}</code>
            </td>
            <td data-label={said.figures} className="number-cell">
              {formatDecimal(String(count), locale)}
            </td>
            <td data-label={said.rows}>{rows}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
