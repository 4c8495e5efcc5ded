import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { atom, type Feed } from "./atom";
import { element, escaped } from "./xml";

/** What people and texts may put into a feed. */
const hostile = [
  `</title><script>alert("1")</script>`,
  "]]> <!-- & &amp; &#0; <?xml?>",
  `" onload='x'`,
  "\u0000\u0001\u0008\u000b\u000c\u001f\ufffe\uffff\ud800 \udc00",
  "🦩 «\u00a0près de 1\u202f500\u00a0» \u2028",
  "line\r\nbreak\ttab",
];

const feed = (text: string): Feed => ({
  id: "urn:uuid:00000000-0000-5000-8000-000000000000",
  title: text,
  subtitle: text,
  author: text,
  rights: text,
  lang: "fr",
  updated: new Date("2031-05-05T10:00:00Z"),
  self: `https://example.org/changes.atom?x=${text}`,
  page: "https://example.org/fr/changes",
  first: "https://example.org/changes.atom",
  next: `https://example.org/changes.atom?before=3&x=${text}`,
  entries: [
    {
      id: "urn:uuid:11111111-1111-5111-8111-111111111111",
      title: text,
      updated: new Date("2031-05-05T10:00:00Z"),
      url: text,
      summary: text,
      content: element("p", { title: text }, text),
      category: { term: text, label: text },
    },
  ],
});

/** Whether tags nest and close, attributes are quoted and entities are known: all that makes XML well-formed here. */
function faultOf(xml: string): string | null {
  const open: string[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML forbids
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.test(xml))
    return "a forbidden character";
  const body = xml.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, "");
  const part = /<(\/?)([\w:]+)((?: [\w:]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  let at = 0;
  for (let found = part.exec(body); found; found = part.exec(body)) {
    at = part.lastIndex;
    const [, closes, name, attributes = "", empty, text = ""] = found;
    if (/&(?!(?:amp|lt|gt|quot|#39|#13);)/.test(attributes + text)) return `an unknown entity in ${found[0]}`;
    if (name === undefined || empty) continue;
    if (!closes) open.push(name);
    else if (open.pop() !== name) return `</${name}> closes what is not open`;
  }
  if (at !== body.length) return `not understood: ${body.slice(at, at + 60)}`;
  return open.length > 0 ? `never closed: ${open}` : null;
}

describe("a feed", () => {
  test.each(hostile)("is well-formed whatever stands in it: %j", (text) => {
    expect(faultOf(atom(feed(text)))).toBeNull();
  });

  test("the test of well-formedness finds what is wrong", () => {
    for (const wrong of ["<a>", "<a></b>", "<a b='c'/>", "<a>&nbsp;</a>", "<a><</a>", "<a>\u0001</a>"])
      expect(faultOf(wrong), wrong).not.toBeNull();
  });

  test("says the text itself, and hands over its HTML as text", () => {
    const [text] = hostile;
    const { document } = parseHTML(atom(feed(text!)).replace(/^<\?xml[^>]*\?>/, ""));
    const [, title] = [...document.querySelectorAll("title")];
    expect(title?.textContent).toContain("alert");
    expect(document.querySelectorAll("script")).toHaveLength(0);
    const content = document.querySelector("content")!;
    expect(content.getAttribute("type")).toBe("html");
    expect(content.textContent).toMatch(/^<p title="&lt;\/title&gt;&lt;script&gt;.*<\/p>$/);
  });

  test("has what RFC 4287 demands of it, once", () => {
    const xml = atom(feed("Storks"));
    const [head = "", entry = ""] = xml.split("<entry>");
    for (const part of [head, entry])
      for (const name of ["id", "title", "updated"]) expect(part.split(`<${name}>`), name).toHaveLength(2);
    expect(head).toContain("<author><name>Storks</name></author>");
    expect(head).toContain(
      '<link rel="self" type="application/atom+xml" href="https://example.org/changes.atom',
    );
    expect(head).toContain("<updated>2031-05-05T10:00:00.000Z</updated>");
    expect(entry).toContain("<summary>Storks</summary>");
  });
});

test("text is escaped for XML and HTML alike", () => {
  expect(escaped(`<a b="c">'&\r\ud800`)).toBe("&lt;a b=&quot;c&quot;&gt;&#39;&amp;&#13;\ufffd");
});
