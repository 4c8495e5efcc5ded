import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filterNames } from "../figure-query";
import { figureExportColumns } from "./columns";
import { dataPackage } from "./datapackage";
import { tableFormatNames } from "./formats";
import { openApiDocument } from "./openapi";

const document = openApiDocument({ title: "Storks", description: "Storks", site: "" });

type Operations = Record<string, { get: { parameters: { name: string; schema: object }[] } }>;

describe("the description of the API", () => {
  test("names each filter on each table, with what it may hold", () => {
    for (const format of tableFormatNames) {
      const { parameters } = (document.paths as unknown as Operations)[`/api/v1/figures.${format}`]!.get;
      expect(parameters.map(({ name }) => name)).toEqual(expect.arrayContaining([...filterNames]));
      expect(parameters.find(({ name }) => name === "modality")?.schema).toMatchObject({
        enum: expect.arrayContaining(["denied"]),
      });
    }
  });
  test("refers to nothing that is not in it", () => {
    const text = JSON.stringify(document);
    const parts: Record<string, Record<string, unknown>> = document.components;
    for (const [, kind = "", name = ""] of text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g))
      expect(parts[kind]).toHaveProperty(name);
  });
  test("knows every column of a figure, in order", () => {
    const { properties } = document.components.schemas.Figure as { properties: object };
    expect(Object.keys(properties)).toEqual(figureExportColumns.map(({ name }) => name));
  });
});

test("docs/api.md explains every column, filter and format", () => {
  const text = readFileSync("docs/api.md", "utf8");
  for (const { name } of figureExportColumns) expect(text).toContain(`\`${name}\``);
  for (const name of filterNames) expect(text).toContain(`\`${name}\``);
  for (const format of tableFormatNames) expect(text).toContain(`figures.${format}`);
});

/** Every address that answers for itself, as Next finds it: a folder with a route, its holes as `{}`. */
const routes = () =>
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)route\.ts$/.test(file))
    .map((file) => `/${file.replace(/\/?route\.ts$/, "")}`)
    .filter((route) => !/^\/(admin|api\/auth|api\/health|api\/\[\.\.\.path\])/.test(route));

test("every public address is described here and explained in docs/api.md", () => {
  const text = readFileSync("docs/api.md", "utf8");
  const described = Object.keys(document.paths);
  // For machines that know where to look: what each holds is not ours to define.
  const known = ["/robots.txt", "/sitemap.xml", "/sitemaps/[file]", "/llms.txt"];
  const found = routes();
  expect(found).toEqual(expect.arrayContaining(["/oembed", "/embed/[...of]", "/api/v1/cards/[...of]"]));
  for (const route of found) {
    const stem = route.replace(/\/\[.*$/, "");
    if (!known.includes(route))
      expect(
        described.filter((path) => path === stem || path.startsWith(`${stem}/`)),
        route,
      ).not.toEqual([]);
    if (route !== "/sitemaps/[file]") expect(text, route).toContain(stem.replace("/api/v1/", "/"));
  }
  for (const path of described.filter((one) => !one.startsWith("/api/v1/")))
    expect(text, path).toContain(path);
});

test("a package has a typed field for each column and keys that lead somewhere", () => {
  const facts = {
    slug: "storks",
    title: "Storks",
    description: "x",
    revision: 3,

    site: "",
    request: "",
    citation: "x",
    figuresPath: "data/figures.csv",
  };
  const lists = [
    { name: "metrics", columns: ["metric_id", "longest_silence_days"], path: "data/metrics.csv" },
  ] as const;
  const { resources, version } = dataPackage({ ...facts, lists });
  const [figures, metrics] = resources;
  expect(version).toBe("1.0.3");
  expect(figures!.schema.fields.map(({ name }) => name)).toEqual(figureExportColumns.map(({ name }) => name));
  expect(figures!.schema).toMatchObject({
    foreignKeys: [{ fields: ["metric"], reference: { resource: "metrics", fields: ["metric_id"] } }],
  });
  expect(metrics!.schema.fields).toMatchObject([{ constraints: { unique: true } }, { type: "integer" }]);
});
