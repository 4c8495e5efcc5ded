import { describe, expect, test } from "vitest";
import { refusalOf, tableOf } from "./table.fixture";

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2, text.charCodeAt(index), !bigEndian);
  return new Uint8Array(view.buffer);
}

const text = "date;valeur\n2024-01-05;près de 40 €, « cœur » 🦩\n";
const cell = "près de 40 €, « cœur » 🦩";

describe("the encoding is found", () => {
  test.each([
    ["utf-8", false, utf8(text)],
    ["utf-8", true, utf8(`\ufeff${text}`)],
    ["utf-16le", true, utf16(`\ufeff${text}`, false)],
    ["utf-16be", true, utf16(`\ufeff${text}`, true)],
    ["utf-16le", false, utf16(text, false)],
    ["utf-16be", false, utf16(text, true)],
  ] as const)("%s, with a byte order mark: %s", async (encoding, bom, bytes) => {
    const { header, rows, facts } = await tableOf(bytes);
    expect(header).toEqual(["date", "valeur"]);
    expect(rows[0]?.cells[1]).toBe(cell);
    expect(facts).toMatchObject({ encoding: { is: encoding, how: "found" }, bom, notes: [] });
  });

  test("windows-1252, where it is not UTF-8, with the words that show it", async () => {
    const bytes = Uint8Array.from([...utf8("date;valeur\n2024;pr"), 0xe8, ...utf8("s de 40 "), 0x80, 0x0a]);
    const { rows, facts } = await tableOf(bytes);
    expect(rows[0]?.cells[1]).toBe("près de 40 €");
    expect(facts.encoding).toEqual({ is: "windows-1252", how: "found" });
    expect(facts.notes).toEqual([{ kind: "guessed_encoding", sample: "2024;près de 40 €" }]);
  });
});

describe("the encoding stated", () => {
  test("is kept to", async () => {
    const { rows, facts } = await tableOf(Uint8Array.of(0x61, 0x0a, 0xe9), { encoding: "windows-1252" });
    expect(rows[0]?.cells).toEqual(["é"]);
    expect(facts).toMatchObject({ encoding: { is: "windows-1252", how: "stated" }, notes: [] });
  });
  test("is refused where the bytes are not in it", async () => {
    const latin = Uint8Array.of(0x61, 0x0a, 0xe9);
    expect(await refusalOf(latin, { encoding: "utf-8" })).toEqual({
      kind: "encoding",
      data: { stated: "utf-8" },
    });
    const marked = utf16(`\ufeff${text}`, false);
    expect(await refusalOf(marked, { encoding: "windows-1252" })).toEqual({
      kind: "encoding",
      data: { stated: "windows-1252" },
    });
  });
});

test("an encoding of the eighties is not guessed at", async () => {
  const macintosh = Uint8Array.from([...utf8("nom\nsal"), 0x8e, ...utf8(" th"), 0x8f, ...utf8("me\n")]);
  expect(await refusalOf(macintosh)).toEqual({ kind: "encoding", data: { stated: null } });
});

test("half a letter at the end of UTF-16 is refused", async () => {
  const cut = utf16(`\ufeff${text}`, false).subarray(0, -1);
  expect(await refusalOf(cut)).toEqual({ kind: "encoding", data: { stated: "utf-16le" } });
});
