import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readFormerSecrets, readSecret } from "./secret";

const folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(path.join(tmpdir(), "vb-secret-"));
  folders.push(made);
  return path.join(made, "data");
};
afterEach(() => {
  for (const one of folders.splice(0)) rmSync(one, { recursive: true });
});

describe("the secret of a site", () => {
  test("is made at the first start, for its owner's eyes only, and stays", () => {
    const dataDir = folder();
    const secret = readSecret(dataDir, {});
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(readSecret(dataDir, {})).toBe(secret);
    expect(readdirSync(dataDir)).toEqual(["auth-secret"]);
    expect(statSync(path.join(dataDir, "auth-secret")).mode & 0o777).toBe(0o600);
    expect(readSecret(folder(), {})).not.toBe(secret);
  });

  test("is the one given, which no file replaces", () => {
    const dataDir = folder();
    const AUTH_SECRET = "thirty-two characters at the least";
    expect(readSecret(dataDir, { AUTH_SECRET })).toBe(AUTH_SECRET);
    expect(() => readdirSync(dataDir)).toThrow(/ENOENT/);
  });

  test("may have had others before it", () => {
    const [older, newer] = ["a secret of the year before last", "a secret that was in use last year"];
    expect(readFormerSecrets({})).toEqual([]);
    expect(readFormerSecrets({ AUTH_SECRET_FORMER: `${newer}, ${older}` })).toEqual([newer, older]);
    expect(() => readFormerSecrets({ AUTH_SECRET_FORMER: `${newer},` })).toThrow(/AUTH_SECRET_FORMER must/);
  });

  test("is refused where it is short or cut off, rather than replaced", () => {
    const dataDir = folder();
    expect(() => readSecret(dataDir, { AUTH_SECRET: "short" })).toThrow(/^AUTH_SECRET must/);
    readSecret(dataDir, {});
    writeFileSync(path.join(dataDir, "auth-secret"), "");
    expect(() => readSecret(dataDir, {})).toThrow(/auth-secret must/);
  });
});
