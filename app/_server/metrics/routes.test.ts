import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { addresses } from "@/app/api/v1/_server/addresses";
import { apiRoutes, lostApiRoutes, pageRoutes, routeOf } from "./routes";

const app = path.join(import.meta.dirname, "../..");

/** Every page, route and picture of the site, as the folder it stands in. */
const answering = readdirSync(app, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => /(?:^|\/)(?:page\.tsx|route\.tsx?)$|^icon\.svg$/.test(file))
  .map((file) => `/${file.replace(/\/?(?:page\.tsx|route\.tsx?)$/, "")}`);

/** An address of each kind, as somebody would ask for it. */
const exampleOf = (route: string) =>
  route
    .replace("[locale]", "fr")
    .replace(/\[\.\.\.\w+\]/, "some/thing.else")
    .replace("{id}", "936vk6e1")
    .replace(/[[{]\w+[\]}]/g, "storks-seen-2");

describe("every answer is counted in one kind of address", () => {
  test("and each page and route of the site is a kind", () => {
    expect([...pageRoutes, ...lostApiRoutes].sort()).toEqual(answering.sort());
  });
  test("as is each address of the API", () => {
    expect([...apiRoutes].sort()).toEqual(Object.keys(addresses).sort());
  });
  test.each([...pageRoutes, ...apiRoutes, ...lostApiRoutes])("%s", (route) => {
    expect(routeOf(exampleOf(route))).toBe(route);
  });
  test("what the site does not have is one kind, whatever it is called", () => {
    const strange = [
      "/wp-login.php",
      "/de/metrics/storks",
      "/fr/a/b/c",
      "/invite/",
      "//",
      "",
      "*",
      "/admin/x",
    ];
    for (const address of strange) expect(routeOf(address), address).toBe("unknown");
    expect(routeOf("/_next/static/chunks/0123.js")).toBe("/_next");
    expect(routeOf("/api/v1/storks.csv")).toBe("/api/v1/[...path]");
    expect(routeOf("/api/.env")).toBe("/api/[...path]");
  });
});
