import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filterNames } from "../figure-query";
import { delivery, fileOfDelivery } from "../import/delivery";
import { importMap } from "../import/map";
import { figureExportColumns } from "./columns";
import { dataPackage } from "./datapackage";
import { tableFormatNames } from "./formats";
import { perMinute } from "./limits";
import { openApiDocument } from "./openapi";
import { refusals } from "./openapi-answers";
import { options } from "./options";

const document = openApiDocument({
  title: "Storks",
  description: "Storks",
  site: "",
  sample: { metric: "storks", claimant: "marsh", figure: "00000001" },
});

type Parameter = { readonly name: string; readonly schema: object };
const parameters = document.components.parameters as Readonly<Record<string, Parameter>>;
const gets = Object.entries(document.paths).flatMap(([path, { get }]) => (get ? [[path, get] as const] : []));

/** The names of the parameters of an address. */
const namesAt = (path: keyof typeof document.paths | string) =>
  gets
    .find(([one]) => one === path)![1]
    .parameters.map(({ $ref }) => parameters[$ref.split("/").at(-1)!]!.name);

describe("the description of the API", () => {
  test("names each filter on each table, with what it may hold", () => {
    for (const format of tableFormatNames)
      expect(namesAt(`/api/v1/figures.${format}`)).toEqual(expect.arrayContaining([...filterNames]));
    expect(parameters.modality?.schema).toMatchObject({ enum: expect.arrayContaining(["denied"]) });
    expect(parameters.limit?.schema).toMatchObject({ type: "integer", minimum: 1, maximum: 10_000 });
    expect(parameters.lang?.schema).toMatchObject({ enum: ["fr", "en"], default: "en" });
  });
  test("refers to nothing that is not in it, and holds nothing that is not referred to", () => {
    const text = JSON.stringify(document);
    const parts: Record<string, object> = document.components;
    const referred = new Set<string>();
    for (const [, kind = "", name = ""] of text.matchAll(/"#\/components\/(\w+)\/([\w-]+)"/g)) {
      expect(parts[kind]).toHaveProperty([name]);
      referred.add(`${kind}/${name}`);
    }
    const all = Object.entries(parts).flatMap(([kind, of]) =>
      Object.keys(of).map((name) => `${kind}/${name}`),
    );
    expect(all.filter((one) => !referred.has(one))).toEqual([
      "responses/MethodNotAllowed", // of no method that is described
      "securitySchemes/token", // referred to by its name
    ]);
  });
  test("says of every address what it gives, how it may refuse, and has an example of it", () => {
    expect(gets.length).toBeGreaterThan(30);
    for (const [path, get] of gets) {
      expect(Object.keys(get.responses), path).toEqual(
        expect.arrayContaining(["200", "304", "400", "406", "429", "500", "503"]),
      );
      expect("404" in get.responses, path).toBe(path.includes("{"));
      expect(get["x-examples"].length, path).toBeGreaterThan(0);
      for (const example of get["x-examples"]) expect(example).toMatch(/^\/api\/v1\//);
    }
    const ids = gets.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });
  test("says of what is handed in what it is, how it may be refused and by whom it may be sent", () => {
    const posts = Object.values(document.paths).flatMap(({ post }) => post ?? []);
    expect(posts.length).toBe(1);
    for (const { responses, security, requestBody } of posts) {
      expect(Object.keys(responses)).toEqual(
        expect.arrayContaining(["200", "201", "400", "401", "403", "409", "413", "415", "422", "429"]),
      );
      expect(security).toEqual([{ token: [] }]);
      const { example } = requestBody.content["application/json"]!;
      const read = delivery.parse(example);
      expect(importMap.safeParse(fileOfDelivery(read).map).success).toBe(true);
    }
  });
  test("leaves out examples of what is not there", () => {
    const empty = openApiDocument({
      title: "x",
      description: "x",
      site: "",
      sample: { metric: null, claimant: null, figure: null },
    });
    const examples = Object.values(empty.paths).flatMap(({ get }) => get?.["x-examples"] ?? []);
    expect(JSON.stringify(empty.paths["/api/v1/drafts"])).not.toContain('"example"');
    expect(examples.length).toBeGreaterThan(20);
    for (const example of examples) expect(example).not.toMatch(/null|undefined|[?&]$/);
  });
  test("knows every column of a figure, in order", () => {
    const { properties } = document.components.schemas.Figure as { properties: object };
    expect(Object.keys(properties)).toEqual(figureExportColumns.map(({ name }) => name));
  });
});

test("docs/api.md explains every column, filter, option, address, limit and refusal", () => {
  const text = readFileSync("docs/api.md", "utf8");
  for (const { name } of figureExportColumns) expect(text).toContain(`\`${name}\``);
  for (const name of filterNames) expect(text).toContain(`\`${name}\``);
  for (const name of Object.keys(options)) expect(text).toMatch(new RegExp(`\`${name}(?:=\\w+)?\``));
  for (const format of tableFormatNames) expect(text).toContain(`figures.${format}`);
  for (const path of Object.keys(document.paths)) {
    const list = /^\/api\/v1\/(metrics|agents|sources)\.\w+$/.exec(path)?.[1];
    const table = /^\/api\/v1\/(figures\.\w+)$/.exec(path)?.[1];
    expect(text).toContain(list ? `${list}.*` : (table ?? path));
  }
  for (const status of Object.keys(refusals)) expect(text).toMatch(new RegExp(`\\b${status}\\b`));
  for (const limit of Object.values(perMinute)) expect(text).toContain(String(limit));
});

/** Every address that answers for itself, as Next finds it; without those for the site itself and for who runs it. */
const routes = () =>
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)route\.ts$/.test(file))
    .map((file) => `/${file.replace(/\/?route\.ts$/, "")}`)
    .filter((route) => !/^\/(admin|api\/(auth|health|marks|metrics|reports|\[\.\.\.path\]))/.test(route));

test("every public address beside /api/v1, which is described as a whole, is explained in docs/api.md", () => {
  const text = readFileSync("docs/api.md", "utf8");
  const found = routes().filter((route) => !route.startsWith("/api/v1/"));
  expect(found).toEqual(expect.arrayContaining(["/oembed", "/embed/[...of]", "/changes.atom"]));
  for (const route of found)
    if (route !== "/sitemaps/[file]") expect(text, route).toContain(route.replace(/\/\[.*$/, ""));
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
