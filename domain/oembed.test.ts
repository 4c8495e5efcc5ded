import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { embedAddress, embedCode, embeddedAt } from "./embed";
import { readOEmbedRequest, writeOEmbed } from "./oembed";

const read = (query: string) => readOEmbedRequest(new URLSearchParams(query));
const page = "url=https%3A%2F%2Fstorks.example%2Fen%2Fmetrics%2Fstorks";

describe("a request by oEmbed", () => {
  test("is read with its limits", () => {
    expect(read(`${page}&maxwidth=320&format=xml&utm_source=x`)).toMatchObject({
      status: 200,
      format: "xml",
      maxWidth: 320,
      maxHeight: 100000,
    });
  });
  test.each([
    [`${page}&format=yaml`, 501],
    ["format=json", 400],
    [`${page}&maxwidth=wide`, 400],
    [`${page}&maxheight=0`, 400],
    ["url=storks", 404],
    ["url=javascript%3Aalert(1)", 404],
  ])("that cannot be answered says so: %s", (query, status) => {
    expect(read(query)).toMatchObject({ status, reason: expect.stringMatching(/\.$/) });
  });
});

test("an answer is the same in both formats, whatever stands in it", () => {
  const answer = {
    type: "rich",
    version: "1.0",
    title: 'Storks & "chicks" <b>]]>\u0007',
    html: embedCode("/x?a=1&b=2", '"<storks>"', 9),
  };
  expect(JSON.parse(writeOEmbed(answer, "json"))).toEqual(answer);
  const fields: Record<string, string> = {};
  let at = "";
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => {
    at = name;
  });
  parser.on("closetag", () => {
    at = "";
  });
  parser.on("text", (text) => {
    if (at !== "") fields[at] = (fields[at] ?? "") + text;
  });
  parser.write(writeOEmbed(answer, "xml")).close();
  expect(fields).toEqual({ ...answer, title: 'Storks & "chicks" <b>]]>\ufffd' });
});

describe("what is embedded", () => {
  test.each([
    ["/fr/metrics/storks", { list: "metrics", name: "storks", locale: "fr" }],
    ["/en/figures/aaaaaaa1", { list: "figures", name: "aaaaaaa1", locale: "en" }],
    ["/embed/storks", { list: "metrics", name: "storks", locale: null }],
    ["/embed/figures/aaaaaaa1", { list: "figures", name: "aaaaaaa1", locale: null }],
  ])("is read from the address of a page or of an embed: %s", (path, found) => {
    expect(embeddedAt(path)).toEqual(found);
  });
  test.each([
    "/en",
    "/en/figures",
    "/de/metrics/storks",
    "/en/metrics/a/b",
    "/admin/figures/aaaaaaa1",
    "/embed/",
  ])("is nothing at %s", (path) => {
    expect(embeddedAt(path)).toBeNull();
  });
  test("keeps the state of a chart, and of a figure its moment", () => {
    const query = { metric: "storks", claimant: "watch", as_of: "3" };
    expect(embedAddress({ list: "metrics", name: "storks" }, query, "en", "aaaaaaa1")).toBe(
      "/embed/storks?claimant=watch&as_of=3&lang=en&point=aaaaaaa1",
    );
    expect(embedAddress({ list: "figures", name: "aaaaaaa1" }, query, "fr")).toBe(
      "/embed/figures/aaaaaaa1?as_of=3&lang=fr",
    );
  });
  test("cannot leave its frame by its title", () => {
    expect(embedCode("/embed/storks", '"><script>', 9)).toBe(
      '<iframe src="/embed/storks" title="&quot;&gt;&lt;script&gt;" width="100%" height="9" loading="lazy" style="border:0"></iframe>',
    );
  });
});
