import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { openDatabase } from "../client";
import { aCollection } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { backUpIfDue, keepBackingUp } from "./schedule";
import { readBackupSettings } from "./settings";
import { findBackupNews, readBackupState } from "./state";

const hour = 3_600_000;

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "vb-backups-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const backupsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".backup"));

test("backups are made where a folder is named, daily unless said otherwise", () => {
  expect(readBackupSettings({})).toBe(null);
  expect(readBackupSettings({ BACKUP_DIR: "/b" })).toEqual({ folder: "/b", every: 24 * hour, keep: 14 });
  const often = { BACKUP_DIR: "/b", BACKUP_EVERY: "15m", BACKUP_KEEP: "3" };
  expect(readBackupSettings(often)).toEqual({ folder: "/b", every: hour / 4, keep: 3 });
  expect(() => readBackupSettings({ BACKUP_DIR: "/b", BACKUP_EVERY: "often" })).toThrow(
    /BACKUP_EVERY must be/,
  );
  expect(() => readBackupSettings({ BACKUP_DIR: "/b", BACKUP_KEEP: "0" })).toThrow(/BACKUP_KEEP must be/);
});

test("the desk hears when the newest is older than it should be, and when the folder cannot be read", () => {
  const folder = aFolder();
  const [settings, now] = [{ folder, every: hour, keep: 2 }, new Date()];
  const at = (hours: number) => findBackupNews(settings, new Date(now.getTime() + hours * hour));
  expect(findBackupNews(null, now)).toBe(null);
  expect(at(0)).toEqual({ newest: null, failure: null, late: true });
  const name = "verbatim-2031-05-04T10-00-00Z.backup";
  writeFileSync(path.join(folder, name), "");
  utimesSync(path.join(folder, name), now, now);
  expect(at(1)).toMatchObject({ newest: now, failure: null, late: false });
  expect(at(1.5)).toMatchObject({ newest: now, late: true });
  const file = { ...settings, folder: path.join(folder, name) };
  expect(findBackupNews(file, now)).toMatchObject({ failure: { why: expect.stringMatching(/ENOTDIR/) } });
});

describe("scheduled backups", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
    });

    test("are made when due, by one of several processes, and the oldest go", async () => {
      const folder = aFolder();
      const settings = { folder, every: hour, keep: 2 };
      const another = await openDatabase(scratch.env);
      onTestFinished(() => another.close());
      const both = await Promise.all([backUpIfDue(scratch, settings), backUpIfDue(another, settings)]);
      expect(both.filter((kept) => kept !== null)).toHaveLength(1);
      expect(await backUpIfDue(scratch, settings)).toBe(null);
      writeFileSync(path.join(folder, "mine.txt"), "not a backup");
      for (const later of [1, 2, 3]) {
        expect(await backUpIfDue(scratch, settings, () => Date.now() + later * hour)).not.toBe(null);
        const time = (Date.now() + later * hour) / 1000;
        utimesSync(path.join(folder, backupsIn(folder).sort().at(-1)!), time, time);
      }
      expect(backupsIn(folder)).toHaveLength(2);
      expect(readdirSync(folder)).toContain("mine.txt");
    });

    test("are made although the newest is from a future that the clock has left", async () => {
      const folder = aFolder();
      const settings = { folder, every: hour, keep: 2 };
      await backUpIfDue(scratch, settings, () => Date.now() - 5000);
      const future = (Date.now() + 48 * hour) / 1000;
      utimesSync(path.join(folder, backupsIn(folder)[0]!), future, future);
      expect(await backUpIfDue(scratch, settings)).not.toBe(null);
    });

    test("that fail are told and noted, until one succeeds", async () => {
      const folder = path.join(aFolder(), "backups");
      const settings = { folder, every: hour, keep: 2 };
      const report = vi.fn();
      writeFileSync(folder, "a file where the folder should be");
      const failing = keepBackingUp(scratch, settings, report);
      await vi.waitFor(() => expect(report).toHaveBeenCalledWith(expect.stringMatching(/backup FAILED/)));
      await failing.stop();
      rmSync(folder);
      const away = { ...scratch, withSetupLock: () => Promise.reject(new Error("no space left")) };
      const noting = keepBackingUp(away, settings, report);
      await vi.waitFor(() => expect(readBackupState(settings).failure?.why).toBe("no space left"));
      await noting.stop();
      expect(await backUpIfDue(scratch, settings)).not.toBe(null);
      expect(readBackupState(settings)).toMatchObject({ failure: null, newest: expect.any(Date) });
    });
  });
});
