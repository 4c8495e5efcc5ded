import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Package = {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
};

const read = (name: string) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), "utf8"));
const manifest = read("package.json");
const lock = read("package-lock.json") as { lockfileVersion: number; packages: Record<string, Package> };
const packages = Object.entries(lock.packages).filter(([name]) => name !== "");

/** Licences under which a package may be used, built in and passed on with the site. */
const allowed = new Set(
  "MIT ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 MPL-2.0 OFL-1.1 Unlicense Python-2.0 CC-BY-4.0".split(
    " ",
  ),
);
/** Copyleft is for what stays a library of its own, loaded and not built in: the picture library Next brings along. */
const librariesApart = /^node_modules\/@img\/sharp-/;

/** What an SPDX expression asks for; `OR` leaves a choice, so one allowed part is enough. */
const isAllowed = (licence: string, may: (one: string) => boolean): boolean =>
  licence
    .replace(/[()]/g, "")
    .split(" AND ")
    .every((part) => part.split(" OR ").some((one) => may(one.trim())));

test("every package has a licence under which it may be used", () => {
  const strange = packages
    .filter(([name, { license }]) => {
      const may = (one: string) =>
        allowed.has(one) || (one === "LGPL-3.0-or-later" && librariesApart.test(name));
      return license === undefined || !isAllowed(license, may);
    })
    .map(([name, { license }]) => `${name}: ${license}`);
  expect(strange).toEqual([]);
  expect(packages.length, "there is something to look at").toBeGreaterThan(200);
  expect(
    isAllowed("AGPL-3.0-only", (one) => allowed.has(one)),
    "the check can fail",
  ).toBe(false);
  expect(isAllowed("MIT AND GPL-3.0-only", (one) => allowed.has(one))).toBe(false);
});

test("every package is held to its bytes, and none comes from an address of its own", () => {
  const loose = packages
    .filter(
      ([, one]) =>
        one.link || one.resolved !== undefined || !/^sha512-[\w+/]{86}==$/.test(one.integrity ?? ""),
    )
    .map(([name]) => name);
  expect(loose, "no link, no address, no weaker hash").toEqual([]);
  expect(lock.lockfileVersion).toBe(3);
});

test("every version is exact, here and in the lock", () => {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides };
  for (const [name, version] of Object.entries(asked)) {
    expect.soft(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    const locked = lock.packages[`node_modules/${name}`];
    if (locked) expect.soft(locked.version, `${name} in the lock`).toBe(version);
  }
  const { dependencies, devDependencies } = lock.packages[""] as Record<string, Record<string, string>>;
  expect({ ...dependencies, ...devDependencies }).toEqual({
    ...manifest.dependencies,
    ...manifest.devDependencies,
  });
});

test("nothing runs when it is installed", () => {
  const { scripts } = manifest as { scripts: Record<string, string> };
  expect(Object.keys(scripts).filter((name) => /install|prepare/.test(name))).toEqual([]);
});
