import { expect, test } from "vitest";
import { showProgress } from "./progress";

test("a terminal sees one line, drawn over itself, with what is left", () => {
  let [written, time] = ["", 0];
  const out = { isTTY: true, columns: 80, write: (text: string) => (written += text) };
  const progress = showProgress(out, "rows", () => time);
  progress.at(0, 1000);
  time = 2000;
  progress.at(500, 1000);
  progress.at(501, 1000); // too soon to be drawn
  progress.at(1000, 1000);
  progress.end();
  const lines = written
    .trimEnd()
    .split("\r")
    .map((line) => line.trim());
  expect(lines).toEqual([
    "",
    `${"░".repeat(24)} rows 0 of 1000`,
    `${"█".repeat(12)}${"░".repeat(12)} rows 500 of 1000, 2 s left`,
    `${"█".repeat(24)} rows 1000 of 1000`,
  ]);
  expect(written.endsWith("\n")).toBe(true);
});

test("a narrow terminal is not wrapped", () => {
  let written = "";
  showProgress({ isTTY: true, columns: 20, write: (text: string) => (written += text) }, "rows").at(5, 10);
  expect(written).toHaveLength(20);
});

test("a log gets a plain line a tenth", () => {
  let written = "";
  const progress = showProgress({ write: (text: string) => (written += text) }, "rows");
  for (let done = 0; done <= 100; done++) progress.at(done, 100);
  progress.end();
  expect(written.split("\n")).toHaveLength(12);
  expect(written).toMatch(/^rows 0 of 100\nrows 10 of 100\n/);
});
