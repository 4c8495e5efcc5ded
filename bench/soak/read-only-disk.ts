import { spawnSync } from "node:child_process";
import { openDatabase } from "@/db/client";
import { endServer } from "@/db/testing/embedded-folder";
import type { Fault } from "./fault";
import { makeFolder } from "./folder";

const name = "read-only disk";

/** Opens a database whose disk came up read-only, and again when it may be written to. Needs the right to mount. */
export async function openReadOnly(): Promise<Fault> {
  const folder = await makeFolder();
  const { dataDir } = folder;
  try {
    await endServer(dataDir, "SIGTERM");
    const mount = (...args: string[]) => spawnSync("mount", args).status === 0;
    if (!(mount("--bind", dataDir, dataDir) && mount("-o", "remount,bind,ro", dataDir)))
      return { name, words: "NOT TRIED: may not mount a disk here", kept: null };
    const began = performance.now();
    const refusal = await openDatabase({ dataDir }).then(
      () => null,
      (error: Error) => error.message,
    );
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    spawnSync("umount", ["-l", dataDir]);
    const database = await openDatabase({ dataDir });
    const [row] = await database.sql`select count(*)::int as rows from audit_events`;
    await database.close();
    const kept = refusal?.includes("read-only") === true && row?.rows > 0;
    return { name, words: `refused after ${seconds} s with "${refusal}", opened once writable`, kept };
  } finally {
    spawnSync("umount", ["-l", dataDir]);
    await folder.remove();
  }
}
