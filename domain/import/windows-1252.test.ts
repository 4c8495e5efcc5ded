import { expect, test } from "vitest";
import { fromWindows1252 } from "./windows-1252";

test("the letters between ASCII and Latin-1 are those of Windows", () => {
  const bytes = Uint8Array.of(0x80, 0x85, 0x92, 0x93, 0x94, 0x96, 0x9c, 0x9f, 0xa0, 0xe9, 0xff);
  expect(fromWindows1252(bytes)).toBe("€…’“”–œŸ\u00a0éÿ");
});

test.each([0x81, 0x8d, 0x8f, 0x90, 0x9d])("the byte %i has no letter there", (byte) => {
  expect(fromWindows1252(Uint8Array.of(0x61, byte))).toBeNull();
});
