import { endServer } from "@/db/testing/embedded-folder";
import { startUser } from "@/db/testing/user-process";
import type { Fault } from "./fault";
import { makeFolder } from "./folder";

/** Has two processes open a closed database at the same moment, over and over, and each write to it. */
export async function raceToOpen(rounds: number): Promise<Fault> {
  const folder = await makeFolder();
  const name = "two processes racing to open";
  let owners = 0;
  let written = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      await endServer(folder.dataDir, "SIGKILL");
      const users = await Promise.all([startUser(folder.dataDir), startUser(folder.dataDir)]);
      if (users[0]!.server === users[1]!.server) owners++;
      await users[0]!.run("create table if not exists raced (round int, who int, primary key (round, who))");
      const done = await Promise.all(
        users.map((user, who) => user.run(`insert into raced values (${round}, ${who}) returning 1 as one`)),
      );
      written += done.filter((rows) => JSON.stringify(rows) === '[{"one":1}]').length;
      await Promise.all(users.map((user) => user.kill()));
    }
    const user = await startUser(folder.dataDir);
    const [row] = await user.run("select count(*)::int as rows from raced");
    await user.kill();
    const words = `one server for both ${owners} times of ${rounds}, ${row?.rows} rows there of ${written} acknowledged`;
    return { name, words, kept: owners === rounds && written === 2 * rounds && row?.rows === written };
  } finally {
    await folder.remove();
  }
}
