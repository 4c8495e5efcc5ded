import path from "node:path";
import { expect, test } from "vitest";
import { isSiteBuild, readDatabaseEnv } from "./env";

test("without an address the embedded database in .data is used", () => {
  const here = { databaseUrl: undefined, dataDir: path.resolve(".data") };
  expect(readDatabaseEnv({})).toEqual(here);
  expect(readDatabaseEnv({ DATABASE_URL: "", DATA_DIR: " " })).toEqual(here);
  expect(readDatabaseEnv({ DATA_DIR: "/srv/verbatim" }).dataDir).toBe("/srv/verbatim");
});

test.each(["postgres://me@host/name", "postgresql://localhost:5433/x?sslmode=require"])(
  "%s is an address",
  (url) => {
    expect(readDatabaseEnv({ DATABASE_URL: url }).databaseUrl).toBe(url);
  },
);

test.each(["mysql://host/name", "host/name", "postgres://", "postgres"])("%s is refused by name", (url) => {
  expect(() => readDatabaseEnv({ DATABASE_URL: url })).toThrow(/^DATABASE_URL must look like postgres:\/\//);
});

test("a refusal does not repeat the password", () => {
  expect(() => readDatabaseEnv({ DATABASE_URL: "mysql://me:secret@host/x" })).toThrow(/^((?!secret).)*$/s);
});

test("replicas are named one after the other, beside the database they follow", () => {
  const url = "postgres://primary/x";
  const urls = " postgres://one/x , postgres://two/x,";
  expect(readDatabaseEnv({ DATABASE_URL: url, DATABASE_REPLICA_URLS: urls }).replicaUrls).toEqual([
    "postgres://one/x",
    "postgres://two/x",
  ]);
  expect(readDatabaseEnv({ DATABASE_URL: url, DATABASE_REPLICA_URLS: " " })).not.toHaveProperty(
    "replicaUrls",
  );
  expect(() => readDatabaseEnv({ DATABASE_REPLICA_URLS: urls })).toThrow(/needs DATABASE_URL/);
  expect(() => readDatabaseEnv({ DATABASE_URL: url, DATABASE_REPLICA_URLS: "postgres://one/x,two" })).toThrow(
    /^DATABASE_REPLICA_URLS must look like/,
  );
});

test("TLS and the owner of the tables are said beside the database, and by their names where they are wrong", () => {
  const url = "postgres://host/x";
  const read = (more: Record<string, string>) => readDatabaseEnv({ DATABASE_URL: url, ...more });
  expect(read({})).not.toHaveProperty("tls");
  expect(read({ DATABASE_TLS: "required" }).tls).toEqual({ demanded: "always" });
  expect(read({ DATABASE_TLS: " off " }).tls).toEqual({ demanded: "never" });
  expect(read({ DATABASE_CA: "/etc/storks.pem" }).tls).toEqual({
    demanded: "elsewhere",
    ca: "/etc/storks.pem",
  });
  expect(() => read({ DATABASE_TLS: "on" })).toThrow(/^DATABASE_TLS must be required or off/);
  expect(() => read({ DATABASE_TLS: "toString" })).toThrow(/^DATABASE_TLS must be/);
  expect(read({ DATABASE_OWNER_URL: "postgres://owner@host/x" }).ownerUrl).toBe("postgres://owner@host/x");
  expect(() => read({ DATABASE_OWNER_URL: "owner" })).toThrow(/^DATABASE_OWNER_URL must look like/);
  expect(() => readDatabaseEnv({ DATABASE_OWNER_URL: url })).toThrow(/needs DATABASE_URL/);
});

test("the build of the site is recognised", () => {
  expect(isSiteBuild({ NEXT_PHASE: "phase-production-build" })).toBe(true);
  expect(isSiteBuild({})).toBe(false);
});
