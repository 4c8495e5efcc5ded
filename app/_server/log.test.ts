import { afterEach, expect, test, vi } from "vitest";
import { errorFacts, logConsole, loggedAddress } from "./log";

afterEach(() => void vi.unstubAllEnvs());

test("an error of the database is logged with its query and without the values", () => {
  const cause = new Error("duplicate key value violates unique constraint");
  const message = "Failed query: select * from sessions where token = $1\nparams: hush,also\nhush";
  const facts = errorFacts(new Error(message, { cause }));
  expect(facts).toMatchObject({
    error: "Failed query: select * from sessions where token = $1",
    cause: "duplicate key value violates unique constraint",
  });
  expect(JSON.stringify(facts)).not.toContain("hush");
  expect((facts.stack as string[])[0]).toMatch(/^\s+at /);
});

test("an address is logged without what is a key, or nobody's business", () => {
  const logged = {
    "/fr/metrics/storks?metric=storks&q=my+wish&as_of=12": "/fr/metrics/storks?metric=storks&as_of=12",
    "https://storks.example/api/v1/figures.csv?q=wish": "/api/v1/figures.csv",
    "/invite/hushhushhushhushhush?x=1": "/invite/…",
    "/sign-in?next=/admin&email=ana@storks.example": "/sign-in",
    "/en": "/en",
  };
  for (const [address, line] of Object.entries(logged)) expect(loggedAddress(address)).toBe(line);
});

test("what Next prints goes through the log too, without the values", () => {
  const printed = { warn: console.warn, error: console.error };
  const lines: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  vi.stubEnv("NODE_ENV", "production");
  try {
    logConsole();
    const error = Object.assign(new Error("Failed query: select $1\nparams: hush"), { params: ["hush"] });
    console.error(" \u2a2f", error);
    console.warn("mind the storks");
  } finally {
    Object.assign(console, printed);
    vi.restoreAllMocks();
  }
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: "error", message: " \u2a2f", error: "Failed query: select $1" },
    { level: "warn", message: "mind the storks" },
  ]);
  expect(lines.join("")).not.toContain("hush");
});
