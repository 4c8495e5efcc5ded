import { chownSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { filesIn, findSocketFolder, makeSocketFolder, postgresSocket } from "./folder";

function folder(...parts: string[]): string {
  const made = mkdtempSync(path.join(tmpdir(), "vb-folder-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  const inside = path.join(made, ...parts);
  mkdirSync(inside, { recursive: true });
  return inside;
}

test("the sockets are in the data folder, for nobody but us", () => {
  const dataDir = folder();
  expect(findSocketFolder(dataDir)).toBeNull();
  const sockets = makeSocketFolder(dataDir);
  expect(path.dirname(sockets)).toBe(dataDir);
  expect(lstatSync(sockets).mode & 0o777).toBe(0o700);
  expect(findSocketFolder(dataDir)).toBe(realpathSync(sockets));
});

test("where their path would be too long they are elsewhere, and found through a link", () => {
  const dataDir = folder("deep".repeat(20), "down");
  const sockets = makeSocketFolder(dataDir);
  onTestFinished(() => rmSync(sockets, { recursive: true, force: true }));
  expect(Buffer.byteLength(postgresSocket(sockets))).toBeLessThan(104);
  expect(lstatSync(sockets).mode & 0o777).toBe(0o700);
  expect(findSocketFolder(dataDir)).toBe(realpathSync(sockets));
  expect(makeSocketFolder(dataDir)).toBe(sockets);
});

test("a link that leads nowhere is as good as none", () => {
  const dataDir = folder();
  symlinkSync("/nowhere/at/all", filesIn(dataDir).sockets);
  expect(findSocketFolder(dataDir)).toBeNull();
  expect(lstatSync(makeSocketFolder(dataDir)).isDirectory()).toBe(true);
});

test.runIf(process.getuid?.() === 0)("a folder of somebody else's is not trusted", () => {
  const dataDir = folder();
  chownSync(makeSocketFolder(dataDir), 65534, 65534);
  expect(() => findSocketFolder(dataDir)).toThrow(/belongs to someone else/);
});
