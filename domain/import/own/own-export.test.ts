import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureExportColumns } from "../../export/columns";
import { guardCell } from "../../export/csv";
import type { Cell } from "../cell";
import { changedFields, figuresOf, names, readAll, tableOf } from "../import.fixture";
import { contentOfExportRow } from "./own-content";
import { unknownNameFinder } from "./own-figure-reader";
import { ownExportMap } from "./own-map";

/** Any UTF-16 unit: control characters and halves of characters too. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

type Row = Record<string, string | number | boolean | null>;

/** A row as the database gives it to a download. */
const row: Row = {
  ...{ figure_id: "5t0rk001", metric: "storks-nesting", metric_label: "Nesting storks", subject: "storks" },
  ...{ place: "great-marsh", value: "1500.50", low: null, high: "2000", unit: "bird", comparator: "~" },
  ...{ cue: "près de", statistic: "point", per: null, modality: "claimed", hearsay: false },
  ...{
    period_start: "2031-05-04",
    period_end: "2031-05-07",
    period_precision: "day",
    period_basis: "computed",
  },
  ...{ reported_on: "2031-05-08", reported_on_basis: "stated", claimant: "marsh-ministry" },
  attribution: "claimed_by:marsh-ministry > published_by:stork-watch",
  ...{
    sentence: "Près de 1 500,50 cigognes.",
    sentence_lang: "fr",
    number_start: 8,
    number_end: 16,
    mentions: 2,
  },
  ...{ source_id: "stork-report", source_title: "Storks", publisher: "stork-watch" },
  source_url: "https://storks.example/a#:~:text=Près%20de",
  ...{ source_published_on: "2031-05-08", rank: "normal", status: "published", revision: 3 },
  figure_url: "https://site.example/en/figures/5t0rk001",
};

type Form = "csv" | "raw" | "excel" | "tsv" | "xlsx";

/** A cell as our download writes it and a reader of tables gives it back. */
function cellOf(value: Row[string], type: string, form: Form): Cell {
  if (value === null || value === undefined) return null;
  const text = String(value);
  if (form === "xlsx") {
    if (type === "decimal" || type === "integer") return { number: text };
    if (type === "date") return { date: text };
    if (type === "boolean") return text.toUpperCase();
    const characters = [...text];
    return characters.length > 32_767 ? `${characters.slice(0, 32_763).join("")} […]` : text;
  }
  if (type === "decimal" && form === "excel") return text.replace(".", ",");
  return type === "text" && form !== "raw" ? guardCell(text) : text;
}

function download(rows: readonly Row[], form: Form, columns = figureExportColumns) {
  const format = form === "xlsx" || form === "tsv" ? form : "csv";
  const delimiter = form === "excel" ? ";" : form === "tsv" ? "\t" : ",";
  return tableOf(
    columns.map(({ name }) => name),
    rows.map((one) => columns.map(({ name, type }) => cellOf(one[name] ?? null, type, form))),
    format,
    delimiter,
  );
}

/** The fields in which a download read back differs from what the database says. */
function differences(rows: readonly Row[], form: Form, columns = figureExportColumns) {
  const table = download(rows, form, columns);
  const map = ownExportMap(table);
  if (map === null) throw new Error("not recognised");
  return figuresOf(table, map).map(({ content }, index) =>
    changedFields(contentOfExportRow(rows[index]!), content),
  );
}

const forms: readonly Form[] = ["csv", "raw", "excel", "tsv", "xlsx"];

describe("a download read back", () => {
  test.each(forms)("as %s says what the database says", (form) => {
    expect(differences([row], form)).toEqual([[]]);
  });

  test("may have lost columns and their order", () => {
    const wanted = ["sentence", "value", "figure_id", "cue", "metric_label", "per"];
    const columns = wanted.map((name) => figureExportColumns.find((column) => column.name === name)!);
    expect(differences([row], "csv", columns)).toEqual([[]]);
  });

  test("whatever its texts and values are", () => {
    const text = fc.oneof(
      fc.string({ unit: anyUnit }).map((words) =>
        words
          .replaceAll("\0", "")
          .replaceAll("\u0001", "")
          .replace(/\p{Surrogate}/gu, ""),
      ),
      fc.constantFrom(
        "=1+1",
        "'=1",
        "''+",
        "-5",
        "@x",
        "＝x",
        "a\r\nb",
        "\ttab",
        '"q", ',
        "NULL",
        "#N/A",
        "-",
        " x ",
      ),
    );
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.stringMatching(/^\d{1,4}$/))
      .map(([whole, fraction]) => `${whole}.${fraction}`);
    const wild = fc.record({
      ...{ sentence: text.filter((words) => words !== ""), source_title: text, cue: fc.option(text) },
      ...{ value: fc.option(decimal), low: fc.option(decimal), high: fc.option(decimal) },
    });
    fc.assert(
      fc.property(
        fc.array(wild, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...forms),
        (wishes, form) => {
          const rows = wishes.map((wish) => ({ ...row, ...wish }));
          // A raw file whose texts all look guarded cannot be told from a guarded one.
          fc.pre(
            form !== "raw" ||
              !wishes.some((wish) =>
                Object.values(wish).some((one) => /^'+[=+\-@\t\r\n＝＋－＠]/.test(one ?? "")),
              ),
          );
          expect(differences(rows, form)).toEqual(rows.map(() => []));
        },
      ),
    );
  });

  test("cuts what a workbook cuts, in every format", () => {
    const long = { ...row, sentence: "𝕋é".repeat(30_000) };
    expect(differences([long], "xlsx")).toEqual([[]]);
    expect(differences([long], "csv")).toEqual([[]]);
  });

  test("of a figure without a number, or about an entry retired since, is the same as well", () => {
    const words = { ...row, value: null, high: null, subject: "herons", attribution: "claimed_by:herons" };
    expect(differences([words], "csv")).toEqual([[]]);
  });

  test("shows what somebody changed, name by name", () => {
    const table = download([row], "csv");
    const at = (name: string) => table.header.indexOf(name);
    const cells = [...table.rows[0]!.cells];
    cells[at("value")] = "1600";
    cells[at("subject")] = "grenouilles";
    cells[at("period_end")] = "";
    const changedTable = { ...table, rows: [{ number: 2, cells }] };
    const [reading] = figuresOf(changedTable, ownExportMap(table)!);
    expect(changedFields(contentOfExportRow(row), reading!.content)).toEqual([
      "subject",
      "value",
      "period_end",
    ]);
    expect(reading!.content).toMatchObject({ subject: "frogs", value: "1600", period_end: null });
  });

  test("with a name that nobody has is refused where it is a change", () => {
    const find = unknownNameFinder(names);
    const content = {
      subject: "herons",
      claimant: "unattributed",
      attribution: "claimed_by:herons",
      value: "5",
    };
    expect(find(content, ["value", "claimant"])).toEqual([]);
    expect(find(content, ["subject", "attribution"]).map(({ column }) => column)).toEqual([
      "subject",
      "attribution",
    ]);
  });
});

describe("rows added to a download", () => {
  const added = (wish: Row) => {
    const table = download([{ ...row, figure_id: null, ...wish }], "csv");
    return readAll(table, ownExportMap(table)!)[0]!;
  };

  test("are new figures, with their number in the sentence", () => {
    expect(added({ unit: null })).toMatchObject({
      kind: "figure",
      content: { figure_id: null, unit: "bird" },
      inSentence: { numberText: "1 500,50", readsAs: "1500.5" },
    });
  });

  test("are refused without what every figure has, and empty without a number", () => {
    expect(added({ metric: null })).toMatchObject({
      problems: [{ rule: "field_missing", column: "metric" }],
    });
    expect(added({ subject: "herons" })).toMatchObject({
      problems: [{ rule: "unknown_name", column: "subject" }],
    });
    expect(added({ value: null, low: null, high: null }).kind).toBe("empty");
  });
});

test("other tables are not taken for ours", () => {
  expect(ownExportMap(tableOf(["date", "metric", "value", "claimant", "source_url", "note"], []))).toBeNull();
  expect(ownExportMap(tableOf(["figure_id"], []))).toBeNull();
});
