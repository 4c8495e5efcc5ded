import { describe, expect, test } from "vitest";
import { type Cited, cite } from "./cite";

const cited: Cited = {
  kind: "chart",
  key: "storks-nesting",
  title: "Storks & chicks, 50 % of them",
  collection: "The storks of the Example Marsh",
  revision: 12,
  published: "2031-05-04",
  url: "https://example.org/en/metrics/storks?as_of=12",
  lang: "en",
};

describe("a citation", () => {
  test("in APA names the author, the day, the title with its revision, and where it is", () => {
    expect(cite(cited, "apa")).toBe(
      "The storks of the Example Marsh. (2031, May 4). Storks & chicks, 50 % of them (Revision 12) [Chart]. The storks of the Example Marsh. https://example.org/en/metrics/storks?as_of=12",
    );
  });
  test("in Chicago quotes the title, in French with French marks", () => {
    expect(cite(cited, "chicago")).toBe(
      "The storks of the Example Marsh. “Storks & chicks, 50 % of them.” Chart, revision 12, May 4, 2031. https://example.org/en/metrics/storks?as_of=12.",
    );
    expect(cite({ ...cited, lang: "fr" }, "chicago")).toContain(
      "«\u00a0Storks & chicks, 50 % of them\u00a0». Graphique, révision 12, 4 mai 2031.",
    );
  });
  test("in BibTeX escapes what TeX would read", () => {
    const text = cite({ ...cited, title: "a_b {c} \\ ~ ^ # $" }, "bibtex");
    expect(text).toMatch(/^@misc\{storks-nesting-r12,\n/);
    expect(text).toContain(
      "title = {{a\\_b \\{c\\} \\textbackslash{} \\textasciitilde{} \\textasciicircum{} \\# \\$}}",
    );
    expect(text).toContain("year = {2031},\n  month = {5},\n  version = {12}");
  });
  test("in RIS is a line a tag, begun by its type and ended by its end", () => {
    const lines = cite({ ...cited, title: "in\ntwo lines" }, "ris").split("\r\n");
    expect(lines[0]).toBe("TY  - DATA");
    expect(lines).toContain("TI  - in two lines");
    expect(lines).toContain("DA  - 2031/05/04");
    expect(lines.at(-2)).toBe("ER  - ");
    const named = cite({ ...cited, collection: "Storks, 2031" }, "ris").split("\r\n");
    expect(named).toContain("AU  - Storks 2031"); // a comma would make it a person
    expect(named).toContain("PB  - Storks, 2031");
  });
  test("in CSL-JSON has the parts of its date as numbers", () => {
    const [item] = JSON.parse(cite(cited, "csl-json"));
    expect(item).toMatchObject({
      type: "dataset",
      issued: { "date-parts": [[2031, 5, 4]] },
      version: "12",
      URL: cited.url,
    });
  });
  test("without a day says so and invents none", () => {
    const undated = { ...cited, published: null };
    expect(cite(undated, "apa")).toContain("(n.d.)");
    expect(cite(undated, "ris")).not.toContain("PY");
    expect(JSON.parse(cite(undated, "csl-json"))[0]).not.toHaveProperty("issued");
    expect(cite(undated, "bibtex")).not.toContain("year");
  });
});
