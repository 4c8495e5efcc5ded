import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { dataFolder, lockIsFree } from "../testing/data-folder";
import { startUser, type User } from "../testing/user-process";
import { openEmbedded } from "./ensure";
import { controlSocket, filesIn } from "./folder";

/** Two processes that open the same folder at the same moment. */
async function race(folder: string): Promise<User[]> {
  const users = await Promise.all([startUser(folder), startUser(folder)]);
  onTestFinished(async () => {
    for (const user of users) await user.kill();
  });
  return users;
}

async function shareOneServer([one, two]: User[]): Promise<void> {
  expect(one!.server).toBe(two!.server);
  await one!.run("create table seen (by text primary key)");
  await Promise.all([
    one!.run("insert into seen values ('one')"),
    two!.run("insert into seen values ('two')"),
  ]);
  expect(await one!.run("select by from seen order by by")).toEqual([{ by: "one" }, { by: "two" }]);
  expect(await two!.run("select by from seen order by by")).toEqual([{ by: "one" }, { by: "two" }]);
}

describe("the embedded server", () => {
  test("starts on an empty folder, once, for two processes that race to it", async () => {
    const folder = await dataFolder("nothing");
    await shareOneServer(await race(folder));
    expect(statSync(filesIn(folder).cluster).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
  });

  test.each([1, 2, 3, 4])("is the same for two processes that race to a closed database (%i)", async () => {
    await shareOneServer(await race(await dataFolder()));
  });

  test("reaches the disk", async () => {
    const user = await startUser(await dataFolder());
    onTestFinished(user.kill);
    expect(await user.run("show fsync")).toEqual([{ fsync: "on" }]);
    expect(await user.run("show wal_sync_method")).toEqual([{ wal_sync_method: "fsync" }]);
  });

  test("ends when its last user is killed, closed in order and with the lock free", async () => {
    const folder = await dataFolder();
    const user = await startUser(folder);
    await user.run("create table kept (word text)");
    await user.kill();
    await lockIsFree(folder);
    await vi.waitFor(() => expect(existsSync(controlSocket(filesIn(folder).sockets))).toBe(false));
    const again = await startUser(folder);
    onTestFinished(again.kill);
    expect(again.server).not.toBe(user.server);
    expect(await again.run("select * from kept")).toEqual([]);
  });

  test("refuses a folder of another major version, and says what to do", async () => {
    const folder = await dataFolder();
    writeFileSync(path.join(filesIn(folder).cluster, "PG_VERSION"), "17\n");
    await expect(openEmbedded(folder)).rejects.toThrow(/written by PostgreSQL 17.*reads 18 only.*DATA_DIR/);
    await lockIsFree(folder);
  });

  test("says why it could not start", async () => {
    const folder = await dataFolder();
    writeFileSync(path.join(filesIn(folder).cluster, "postgresql.conf"), "no_such_setting = 1\n");
    await expect(openEmbedded(folder)).rejects.toThrow(/no_such_setting/);
  });
});
