import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { delivery, fileOfDelivery } from "./delivery";
import { mapOf, names } from "./import.fixture";
import { importMap } from "./map";
import { readRows } from "./read-rows";
import { importFields } from "./row";
import { readPastedTable, readTable } from "./table";
import { row, workbook } from "./xlsx/workbook.fixture";

/** More with FUZZ_RUNS=10000; a failure prints its seed and path, which fast-check takes to run it again. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 60);

/** Any UTF-16 unit: control characters and halves of characters too. */
const unit = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(",", ";", "\t", '"', "\n", "\r", "=", "-", "1", "a", " ", "é") },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) },
);
const words = fc.string({ unit, maxLength: 60 });
const hostile = fc.constantFrom(
  ...["__proto__", "constructor", "=cmd|' /C calc'!A0", "1e999", "-0", "٣", "１２", "31/02/2025", "NaN"],
  ...["\u0000", "\ud800", "<script>", "'; drop table figures; --", "%s%n", "2025-13-45", "0x10", "1_000"],
);
const cell = fc.oneof(words, hostile);
const grid = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });
const field = fc.constantFrom(...importFields);
const fields = fc.dictionary(
  field,
  fc.oneof(fc.record({ is: cell }), fc.record({ column: fc.constantFrom("a", "b", "c", "__proto__") }), cell),
);

/** Reads every row of what was read, if it was: refusals are answers, too. */
async function readThrough(
  read: ReturnType<typeof readTable>,
  given: Record<string, unknown>,
): Promise<void> {
  const table = await read;
  if (!table.ok) {
    expect(typeof table.refusal.kind).toBe("string");
    return;
  }
  const good = mapOf({ value: table.value.header[0] ?? "a" });
  const map = importMap.safeParse({ ...good, fields: { ...good.fields, ...given } });
  for (const reading of map.success ? readRows(table.value, map.data, names) : [])
    expect(["figure", "empty", "refused"]).toContain(reading.kind);
}

test("any bytes are a table or are refused", () =>
  fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), words, (bytes, name) =>
      readThrough(readTable(bytes, name), {}),
    ),
    { numRuns },
  ));

test("any cells under any map are figures, empty or refused", () =>
  fc.assert(
    fc.asyncProperty(grid, fields, fc.constantFrom(",", ";", "\t"), (rows, given, mark) => {
      const text = [["a", "b", "c"], ...rows]
        .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(mark))
        .join("\n");
      return readThrough(readPastedTable(text), given);
    }),
    { numRuns },
  ));

test("any pasted words are a table or are refused", () =>
  fc.assert(
    fc.asyncProperty(fc.string({ unit, maxLength: 400 }), (text) => readThrough(readPastedTable(text), {})),
    { numRuns },
  ));

test("a workbook with anything in its parts is read or refused", () => {
  const good = workbook({ sheets: { data: row(1, "a", "b") + row(2, "1", "2") } });
  return fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 6 }),
      fc.string({ unit, maxLength: 80 }),
      async (turned, part) => {
        const bytes = Uint8Array.from(good);
        for (const [at, byte] of turned) bytes[at] = byte;
        await readThrough(readTable(bytes, "a.xlsx"), {});
        const odd = zipSync({ "xl/workbook.xml": strToU8(part), "[Content_Types].xml": strToU8(part) });
        await readThrough(readTable(odd, "a.xlsx"), {});
      },
    ),
    { numRuns: Math.ceil(numRuns / 3) },
  );
});

test("any JSON that is handed in is rows or is refused", () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        fc.record({
          dataset: fc.oneof(fc.constant(null), fc.jsonValue()),
          rows: fc.array(fc.dictionary(field, fc.oneof(cell, fc.double(), fc.jsonValue())), { maxLength: 4 }),
        }),
      ),
      (json) => {
        const read = delivery.safeParse(json);
        if (!read.success) return;
        const { csv, map } = fileOfDelivery(read.data);
        expect(typeof csv).toBe("string");
        importMap.safeParse(map);
      },
    ),
    { numRuns: 3 * numRuns },
  ));
