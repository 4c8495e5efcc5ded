import { describe, expect, test } from "vitest";
import { openApiDocument } from "@/domain/export/openapi";
import { addressAt, addresses } from "./addresses";

const document = openApiDocument({
  title: "Storks",
  description: "Storks",
  site: "",
  sample: { metric: "storks", claimant: "marsh", figure: "00000001" },
});

describe("the addresses of the API", () => {
  test("are those it describes, by the same methods: none answers that is not told of", () => {
    const described = Object.entries(document.paths).map(([path, methods]) => [
      path,
      Object.keys(methods).map((one) => one.toUpperCase()),
    ]);
    const answered = Object.entries(addresses).map(([path, methods]) => [path, Object.keys(methods)]);
    expect(answered.sort()).toEqual(described.sort());
  });
  test("each answer its own examples", () => {
    for (const [path, { get }] of Object.entries(document.paths))
      for (const example of get?.["x-examples"] ?? [])
        expect(addressAt(example.split("?")[0]!)?.methods, example).toBe(addresses[path]);
  });
  test("are found with the parts of their path, and nothing else is", () => {
    expect(addressAt("/api/v1/metrics/storks-seen.svg")?.parts).toEqual({ slug: "storks-seen" });
    expect(addressAt("/api/v1/figures/00000001.json")?.parts).toEqual({ id: "00000001" });
    for (const nothing of [
      "/api/v1/",
      "/api/v1/figures",
      "/api/v1/figuresXcsv",
      "/api/v1/figures.csv/",
      "/api/v1/figures/0000001.json",
      "/api/v1/metrics/Storks.svg",
      "/api/v1/citations/figures/../collection",
      "/api/v1/__proto__",
    ])
      expect(addressAt(nothing), nothing).toBeNull();
  });
});
