import { expect, test } from "vitest";
import { plainIndex } from "./plain-index";

const about = {
  title: "Storks",
  description: "Storks,\ncounted.",
  revision: 3,
  metrics: [
    {
      slug: "storks-nesting",
      name: { fr: "Cigognes", en: "Storks [nesting]" },
      definition: { fr: "Nids", en: "Nests\n## not a heading" },
    },
  ],
};

test("says what the data is, on which terms, and where, at the address of the site", () => {
  const text = plainIndex({ ...about, site: "https://storks.example" });
  expect(text).toMatch(/^# Storks\n\n> Storks, counted\.\n/);
  expect(text).toContain("(https://storks.example/api/v1/figures.json)");
  expect(text).toContain(
    "[Storks \\[nesting\\]](https://storks.example/en/metrics/storks-nesting): Nests ## not a heading",
  );
  expect(text).toContain("as_of=3");
  expect(text).toContain("CC BY 4.0");
});

test("gives paths where the site was not told its address", () => {
  const text = plainIndex({ ...about, site: "" });
  expect(text).toContain("(/api/v1/openapi.json)");
  expect(text).not.toContain("http");
});
