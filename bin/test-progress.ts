import { StringDecoder } from "node:string_decoder";

/** How far some tests are, told while what they print is kept: two kinds at once would run into each other. */
export type TestWatch = (text: Buffer) => void;

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a colour, or a step up a line, is
const codes = /\u001b\[[0-9;]*[a-zA-Z]/g;
/** Vitest, of a file that has ended: "✓ db/migrate.test.ts (3 tests) 12ms", "❯ … (3 tests | 1 failed) 12ms". */
const fileEnded = /^\s*[✓❯×]\s.*?(\S+\.test\.tsx?) \((\d+) tests?\b([^)]*)\)/;
/** Playwright, of a test that begins: "[12/455] prints-a-page.spec.ts:9:5 › name". */
const testBegins = /\[(\d+)\/(\d+)\] /;
/** Playwright, of a test that failed: "  1) prints-a-page.spec.ts:9:5 › name ────". */
const testFailed = /^\s*\d+\) (\S+\.spec\.ts:.*?)[ ─]*$/;

/** So many files between two lines. */
const filesALine = 20;

/** Reads what vitest or Playwright prints, and tells every twentieth file or tenth of the tests, and each failure. */
export function watchTests(tell: (line: string) => void): TestWatch {
  const letters = new StringDecoder("utf8"); // a piece may end within one
  let [rest, files, tests, tenths] = ["", 0, 0, 0];

  function look(line: string): void {
    const ended = fileEnded.exec(line);
    if (ended) {
      files++;
      tests += Number(ended[2]);
      if (ended[3]?.includes("failed")) tell(`FAILED ${ended[1]}`);
      if (files % filesALine === 0) tell(`${files} files, ${tests} tests`);
    }
    const begins = testBegins.exec(line);
    if (begins) {
      const [done, total] = [Number(begins[1]), Number(begins[2])];
      const now = Math.floor((done * 10) / total);
      if (now > tenths) tell(`${done} of ${total}`);
      tenths = Math.max(tenths, now);
    }
    const failed = testFailed.exec(line);
    if (failed) tell(`FAILED ${failed[1]}`);
  }

  return (text) => {
    const lines = (rest + letters.write(text)).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) look(line.replace(codes, ""));
  };
}
