import { describe, expect, test } from "vitest";
import { type ImportMap, importMap } from "@/domain/import/map";
import { formOfMap, type MapForm, mapOfForm } from "./map-form";
import { readMapForm } from "./posted-map";

const header = ["Day", "Who", "Nests", "Eggs", "Note", "Site"];
const dataset = {
  slug: "storks-by-day",
  title: "Storks by day",
  publisher: "example-ministry",
  url: "https://example.org/storks",
  lang: "en" as const,
  published: null,
};
const slugOf = (title: string) => title.toLowerCase().replaceAll(" ", "-");

/** What a browser posts of the form that shows a map. */
function posted(form: MapForm): FormData {
  const data = new FormData();
  form.columns.forEach(({ role, decimal, order, create, words }, at) => {
    for (const [name, value] of Object.entries({ column: role, decimal, order, create }))
      data.set(`${name}.${at}`, value);
    Object.entries(words).forEach(([printed, means], nth) => {
      data.set(`word.${at}.${nth}`, printed);
      data.set(`means.${at}.${nth}`, means === null ? "-" : `=${means}`);
    });
  });
  for (const [at, constants] of Object.entries(form.figures))
    for (const [field, is] of Object.entries(constants)) data.set(`figure.${at}.${field}`, is);
  for (const [field, is] of Object.entries(form.constants)) data.set(`is.${field}`, is);
  for (const [field, target] of Object.entries(form.same)) data.set(`same.${field}`, target);
  for (const [name, value] of Object.entries(form.dataset ?? {})) data.set(`dataset.${name}`, value);
  for (const at of form.key) data.append("key", String(at));
  for (const field of form.kept) data.append("keep", field);
  return data;
}

const again = (map: ImportMap) =>
  mapOfForm(readMapForm(posted(formOfMap(map, header)), header, map).form, header, map, slugOf);

const narrow = importMap.parse({
  dataset,
  key: ["Day", "Site"],
  empty: ["n/a"],
  table: { delimiter: ";" },
  fields: {
    period_start: { column: "Day", order: "DMY" },
    claimant: {
      column: "Who",
      words: { "The ministry": "example-ministry", nobody: null },
      otherwise: "empty",
    },
    value: { column: "Nests", decimal: "," },
    place: { column: "Site", create: { kind: "town", parent: "example-land" } },
    note: "Note",
    metric: { is: "nests" },
    unit: { is: "nest" },
    reported_on: { same: "period_start" },
    cue: { columns: ["Note", "Who"], join: " " },
  },
});

const wide = importMap.parse({
  dataset,
  fields: { period_start: "Day", claimant: { is: "unattributed" } },
  figures: [
    { value: { column: "Nests", decimal: "." }, metric: { is: "nests" }, unit: { is: "nest" } },
    { value: "Eggs", high: "Note", metric: { is: "eggs" }, unit: { is: "egg" } },
  ],
});

describe("a map", () => {
  test.each([
    ["of one figure a row", narrow],
    ["of several figures a row", wide],
    ["of a download of ours", importMap.parse({ dataset: null, fields: { figure_id: "Day" } })],
  ])("%s is the same after its form was posted as it was shown", (_, map) => {
    expect(again(map)).toEqual(map);
  });

  test("loses what its form took away, and nothing else", () => {
    const form = formOfMap(narrow, header);
    const data = posted({ ...form, kept: [], constants: { ...form.constants, metric: "" } });
    data.set("column.4", "");
    const { cue: _, note: __, metric: ___, ...fields } = narrow.fields;
    expect(mapOfForm(readMapForm(data, header, narrow).form, header, narrow, slugOf)).toEqual({
      ...narrow,
      fields,
    });
  });

  test("of one value becomes a map of several when a second column holds one", () => {
    const data = posted(formOfMap(narrow, header));
    data.set("column.3", "value");
    data.set("figure.3.metric", "eggs");
    const map = mapOfForm(readMapForm(data, header, narrow).form, header, narrow, slugOf);
    expect(map.figures).toEqual([
      { value: { column: "Nests", decimal: "," } },
      { value: { column: "Eggs" }, metric: { is: "eggs" } },
    ]);
    expect(map.fields).not.toHaveProperty("value");
  });
});

describe("a name in the form", () => {
  const settle = (means: string, alias = false) => {
    const data = posted(formOfMap(narrow, header));
    data.set("word.1.0", "The ministry");
    data.set("means.1.0", means);
    if (alias) data.set("alias.1.0", "on");
    const { form, creates, aliases } = readMapForm(data, header, narrow);
    return { words: form.columns[1]!.words, creates, aliases };
  };

  test("means an entry in this map, or becomes another name of it for good", () => {
    expect(settle("=ministry")).toEqual({
      words: { "The ministry": "ministry", nobody: null },
      creates: [],
      aliases: [],
    });
    expect(settle("=ministry", true)).toEqual({
      words: { nobody: null },
      creates: [],
      aliases: [{ column: 1, printed: "The ministry", slug: "ministry" }],
    });
  });

  test("is a new entry, says nothing, or is left open", () => {
    expect(settle("+outlet").creates).toEqual([{ column: 1, printed: "The ministry", kind: "outlet" }]);
    expect(settle("-").words).toEqual({ "The ministry": null, nobody: null });
    expect(settle("").words).toEqual({ nobody: null });
  });
});

describe("a new dataset", () => {
  test("gets a slug of its title, and keeps it while the title stays", () => {
    const form = formOfMap(narrow, header);
    const named = (title: string) =>
      (
        mapOfForm({ ...form, dataset: { ...form.dataset!, slug: "", title } }, header, narrow, slugOf)
          .dataset as {
          slug: string;
        }
      ).slug;
    expect(named("Storks by day")).toBe("storks-by-day");
    expect(named("Storks by week")).toBe("storks-by-week");
    expect(named("")).toBe("");
  });
});
