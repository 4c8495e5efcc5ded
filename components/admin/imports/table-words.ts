import { fill, fillPlural, formatDecimal } from "@/domain/format";
import type { Delimiter, TableNote } from "@/domain/import/table-facts";
import type { Place, ReadingProblem } from "@/domain/import/table-refusal";
import type { Locale } from "@/domain/vocabulary";
import type { ImportMessages } from "@/messages/imports";

export function delimiterWords(delimiter: Delimiter, { facts }: ImportMessages): string {
  const names = { ",": "comma", ";": "semicolon", "\t": "tab" } as const;
  return facts.delimiters[names[delimiter]];
}

/** Why a file was not read as a table, in one or two sentences. */
export function problemWords(problem: ReadingProblem, words: ImportMessages, locale: Locale): string {
  const said = words.problem;
  const list = (names: readonly string[]) => names.slice(0, 12).join(", ");
  switch (problem.kind) {
    case "empty":
      return problem.data.sheets.length > 1
        ? fill(said.emptySheets, { sheets: list(problem.data.sheets) })
        : said.empty;
    case "no_rows":
      return fill(said.no_rows, { header: list(problem.data.header) });
    case "no_sheet":
      return fill(said.no_sheet, { sheets: list(problem.data.sheets) });
    case "too_large": {
      const { limit, most, at } = problem.data;
      const told = fill(said.limit[limit], { most: formatDecimal(String(most), locale) });
      return fill(said.too_large, { limit: at === null ? told : `${told} ${placeWords(at, words)}` });
    }
    case "wrong_kind":
      return fill(said.wrong_kind, { kind: said.kind[problem.data.is] });
    case "encoding":
      return problem.data.stated === null ? said.encoding : said.encodingStated;
    case "unsure_delimiter":
      return fill(said.unsure_delimiter, {
        delimiters: problem.data.delimiters.map((one) => delimiterWords(one, words)).join(", "),
      });
    case "open_quote":
    case "text_after_quote":
    case "no_header":
    case "nul":
    case "unknown_delimiter":
      return fill(said[problem.kind], problem.data);
    default:
      return said[problem.kind];
  }
}

const placeWords = (at: Place, { problem }: ImportMessages) => fill(problem.at, at);

/** What an editor should know of a table that was read, but not beyond doubt. */
export function noteWords(note: TableNote, words: ImportMessages, locale: Locale): string {
  const { notes } = words;
  switch (note.kind) {
    case "renamed_columns":
      return fill(notes.renamed_columns, { names: note.columns.map(({ now }) => now).join(", ") });
    case "guessed_encoding":
      return fill(notes.guessed_encoding, { sample: note.sample });
    case "other_delimiter":
      return fill(notes.other_delimiter, { delimiter: delimiterWords(note.delimiter, words) });
    case "sep_line":
      return notes.sep_line;
    case "rows_above_header":
      return fillPlural(notes.rows_above_header, note.count, locale);
    default: {
      const shown = [...new Set(note.first.map(({ row }) => row))].slice(0, 5);
      const rows = shown.map((row) => fill(notes.at, { row })).join(", ");
      const more = note.count > shown.length ? `, ${notes.more}` : "";
      return fillPlural(notes[note.kind], note.count, locale, { rows: rows + more });
    }
  }
}
