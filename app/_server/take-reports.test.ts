import { afterEach, expect, test, vi } from "vitest";
import { takeReports } from "./take-reports";

afterEach(() => void vi.restoreAllMocks());

function lines(): string[] {
  const written: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((line) => written.push(String(line)) > 0);
  return written;
}

const report = JSON.stringify({ "csp-report": { "document-uri": "https://storks.example/fr?q=hush" } });
const sent = (body: BodyInit, type = "application/csp-report") =>
  new Request("https://storks.example/api/reports", {
    method: "POST",
    body,
    headers: { "content-type": type },
  });

test("a report of a browser is one line of the log", async () => {
  const written = lines();
  expect(await takeReports(sent(report), 0)).toBe(204);
  expect(written.map((line) => JSON.parse(line))).toMatchObject([
    { level: "warn", page: "https://storks.example/fr" },
  ]);
  expect(written.join("")).not.toContain("hush");
});

test("what is none, too long or of another kind is refused and not written", async () => {
  const written = lines();
  expect(await takeReports(sent("x".repeat(20_000)), 120_000)).toBe(413);
  expect(await takeReports(sent("[]"), 120_000)).toBe(400);
  expect(await takeReports(sent(report, "text/html"), 120_000)).toBe(415);
  expect(written).toEqual([]);
});

test("one that breaks off is refused, and is no fault of ours", async () => {
  const written = lines();
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error("aborted")) });
  const request = new Request("https://storks.example/api/reports", {
    ...{ method: "POST", body, duplex: "half" },
    headers: { "content-type": "application/csp-report" },
  });
  expect(await takeReports(request, 360_000)).toBe(400);
  expect(written).toEqual([]);
});

test("who sends many is told to stop, and no flood of them fills the log", async () => {
  const written = lines();
  const many = JSON.stringify(Array.from({ length: 20 }, () => ({ type: "csp-violation", body: {} })));
  const answers: number[] = [];
  for (let n = 0; n < 40; n++)
    answers.push(await takeReports(sent(many, "application/reports+json"), 600_000));
  expect(new Set(answers)).toEqual(new Set([204, 429]));
  expect(answers.filter((one) => one === 204)).toHaveLength(30);
  expect(written).toHaveLength(61);
  expect(JSON.parse(written.at(-1)!).message).toBe("no more such reports are written this minute");
});
