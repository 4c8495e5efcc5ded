import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvOf, guardCell, unguardCell } from "./csv";

describe("the guard of a text cell", () => {
  test.each(["=1+1", "+1", "-Les", "@a", "\tx", "\r=1", "'=1", "''-x", "＝1"])("stands before %j", (text) => {
    expect(guardCell(text)).toBe(`'${text}`);
  });
  test.each(["1", "a=1", "", "'", "'quoted'", " =1", "« =1 »"])("leaves %j alone", (text) => {
    expect(guardCell(text)).toBe(text);
  });
  test("can be taken away again from any text", () => {
    const odd = fc.string({ unit: fc.constantFrom("'", "=", "-", "a", "\t", "＝", "é") });
    fc.assert(fc.property(fc.oneof(odd, fc.string()), (text) => unguardCell(guardCell(text)) === text));
  });
});

test("a small table is RFC 4180, tells nothing from empty words and leaves numbers be", () => {
  const rows = [
    { a: null, b: "", c: -3 },
    { a: 'un "mot", dit\nelle', b: "-x", c: 0 },
  ];
  expect(csvOf(["a", "b", "c"], rows)).toBe('a,b,c\n,"",-3\n"un ""mot"", dit\nelle",\'-x,0\n');
  expect(csvOf(["b"], [{ b: "-x" }], { raw: true })).toBe("b\n-x\n");
});

test("for French Excel it has a byte order mark and semicolons, and quotes what holds one", () => {
  expect(csvOf(["a", "b"], [{ a: "x;y", b: "1,5" }], { excel: true })).toBe('\ufeffa;b\n"x;y";1,5\n');
  expect(csvOf(["a", "b"], [{ a: "x\ty", b: "1,5" }], { delimiter: "\t" })).toBe('a\tb\n"x\ty"\t1,5\n');
});
