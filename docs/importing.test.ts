import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { emptyLexicon } from "@/domain/extract/proposal";
import { tableOf } from "@/domain/import/import.fixture";
import { type ImportMap, importMap } from "@/domain/import/map";
import { readRows } from "@/domain/import/read-rows";
import { importFields } from "@/domain/import/row";

const page = readFileSync(new URL("./importing.md", import.meta.url), "utf8");

/** Every example: its heading, its table, its map. */
const examples = [...page.matchAll(/### ([^\n]+)\n\n```csv\n([^`]+)```\n\n```json\n([^`]+)```/g)].map(
  ([, name = "", csv = "", json = ""]) => ({ name, csv, map: importMap.parse(JSON.parse(json)) }),
);

/** The lists of the first example, and the metrics the others speak of. */
const first = examples[0]!.map.lists!;
const metric = (slug: string) => ({ ...first.metrics![0]!, slug, name: { fr: slug, en: slug } });
const frogs = { ...first.agents![0]!, slug: "frogs", name: { fr: "grenouilles", en: "frogs" } };
const lists = {
  ...first,
  agents: [...first.agents!, frogs],
  metrics: [...first.metrics!, metric("storks-ringed"), metric("storks-lost")],
};

/** These examples have no line breaks in their cells, and quotes around whole cells only. */
function tableIn(csv: string) {
  const delimiter = csv.includes(";") ? ";" : ",";
  const cells = (line: string) =>
    [...line.matchAll(delimiter === ";" ? /(?:^|;)([^;]*)/g : /(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
      ([, one, other]) => one ?? other ?? "",
    );
  const [header = [], ...rows] = csv.trim().split("\n").map(cells);
  return tableOf(
    header,
    rows.map((row) => row.map((cell) => cell || null)),
    "csv",
    delimiter,
  );
}

const read = (name: string, map?: Partial<ImportMap>) => {
  const example = examples.find((one) => one.name.startsWith(name))!;
  return [...readRows(tableIn(example.csv), { ...example.map, lists, ...map }, emptyLexicon)];
};

const told = (name: string) =>
  read(name).map((reading) =>
    reading.kind === "figure"
      ? `${reading.content.comparator} ${[reading.content.low, reading.content.value, reading.content.high].map((one) => one ?? "").join("/")}`
      : reading.kind,
  );

describe("the examples of the page on importing read as it says", () => {
  test("a long table, on an empty collection", () => {
    expect(told("A long table")).toEqual(["= /1500/", ">= /1600/"]);
    const [, second] = read("A long table", { lists: first });
    expect(second).toMatchObject({ content: { note: "link: see the bulletin", source_url: null } });
  });

  test("a wide table", () => {
    expect(told("A wide table")).toEqual(["= /1500.5/", "= /200/", "empty", "= /1510/", "empty", "= /3/"]);
  });

  test("events", () => {
    expect(told("Events")).toEqual(["= 10/12/20", "= 0/0/3"]);
    expect(read("Events")[0]).toMatchObject({ key: '["112"]', creates: [{ slug: "northern-reeds" }] });
  });

  test("one-sided bounds", () => {
    expect(told("One-sided")).toEqual(["range 400//600", ">= 500//", "<= //700"]);
  });

  test("and there are no others", () => {
    expect(examples).toHaveLength(4);
    expect(page.match(/```json/g)).toHaveLength(4);
  });
});

test("the page names every field but the id, which only our own downloads have", () => {
  for (const field of importFields) if (field !== "figure_id") expect(page).toContain(`\`${field}\``);
});
