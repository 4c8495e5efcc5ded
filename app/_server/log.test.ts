import { expect, test } from "vitest";
import { errorFacts, loggedAddress } from "./log";

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
