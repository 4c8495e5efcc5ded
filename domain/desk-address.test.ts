import { describe, expect, test } from "vitest";
import { isDeskPath, readDeskAddress } from "./desk-address";

describe("an address of the desk", () => {
  test.each([
    ["/admin", "home", "keep_account", null],
    ["/admin/sources/new", "new-source", "record", null],
    ["/admin/sources/a-source-2", "source", "record", "a-source-2"],
    ["/admin/sources/a-source-2/changes", "source-changes", "record", "a-source-2"],
    ["/admin/imports", "imports", "record", null],
    ["/admin/imports/k3v9x2ma", "import", "record", "k3v9x2ma"],
    ["/admin/imports/k3v9x2ma/map.json", "import", "record", "k3v9x2ma"],
    ["/admin/imports/k3v9x2ma/refused.csv", "import", "record", "k3v9x2ma"],
    ["/admin/review", "review", "review", null],
    ["/admin/figures/936vk6e1", "figure", "record", "936vk6e1"],
    ["/admin/lists/agents", "list", "describe", null],
    ["/admin/audit", "audit", "read_audit", null],
    ["/admin/audit/export.csv", "audit", "read_audit", null],
    ["/admin/users", "users", "manage_editors", null],
    ["/admin/account", "account", "keep_account", null],
  ])("is read: %s", (path, page, permission, name) => {
    expect(readDeskAddress(path)).toEqual({ page, permission, name });
  });

  test("is that of a door, too", () => {
    expect(readDeskAddress("/sign-in")).toEqual({ page: "door" });
    expect(readDeskAddress(`/invite/${"aB-_".repeat(10)}`)).toEqual({ page: "door" });
  });

  test.each([
    "/admin/",
    "/admin/nowhere",
    "/admin/lists",
    "/admin/lists/editors",
    "/admin/sources",
    "/admin/sources/",
    "/admin/sources/UPPER",
    "/admin/sources/a/b",
    "/admin/sources/changes/",
    "/admin/sources/a/changes/1",
    "/admin/problem/403",
    "/admin//users",
    "/sign-in/x",
    "/invite",
    "/invite/short",
    `/invite/${"x".repeat(200)}`,
    "/fr",
  ])("is none: %s", (path) => {
    expect(readDeskAddress(path)).toBeNull();
  });

  test("is told from the readers'", () => {
    for (const path of ["/admin", "/admin/nowhere", "/sign-in", "/invite/x"])
      expect(isDeskPath(path)).toBe(true);
    for (const path of ["/", "/fr", "/administration", "/sign-in-now", "/fr/admin"])
      expect(isDeskPath(path)).toBe(false);
  });
});
