import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { withoutValues } from "./without-values";

test("a failed query is told without its values", () => {
  const { message } = new DrizzleQueryError("select * from sessions where token = $1", [
    "hush",
    "also\nhush",
  ]);
  expect(message).toContain("hush");
  expect(withoutValues(message)).toBe("Failed query: select * from sessions where token = $1");
  expect(withoutValues("the connection closed")).toBe("the connection closed");
});
