import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { dataFolder } from "../testing/data-folder";
import { cacheFolder } from "../testing/embedded-folder";
import { openEmbedded } from "./ensure";
import { madeServer, programsVariable, serverArguments } from "./made-server";
import { makeServer } from "./make-server";

const source = expect.stringMatching(/db\/embedded\/server\.ts$/);

/** A folder where nothing is made yet, and where servers are looked for until the test ends. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(cacheFolder(), "made-"));
  vi.stubEnv(programsVariable, folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
});

/** Opens a database, and tells what its process was started with. */
async function startedWith(): Promise<string[]> {
  const embedded = await openEmbedded(await dataFolder());
  onTestFinished(() => embedded.close());
  return readFileSync(`/proc/${embedded.pid()}/cmdline`, "utf8").split("\0");
}

test("a database is opened by the one file that the build made of its server", async () => {
  expect(serverArguments()).toContainEqual(source);
  await makeServer(folder);
  expect(await startedWith()).toContain(madeServer().program);
});

test("what was made of other sources, or not to its end, is not started", async () => {
  await makeServer(folder);
  const { program, sources } = madeServer();
  const made = readFileSync(sources, "utf8");
  expect(Object.keys(JSON.parse(made))).toEqual(
    expect.arrayContaining([
      "db/embedded/server.ts",
      "db/embedded/serve.ts",
      "db/env.ts",
      "package-lock.json",
    ]),
  );

  for (const name of ["db/embedded/serve.ts", "package-lock.json"]) {
    writeFileSync(sources, JSON.stringify({ ...JSON.parse(made), [name]: "what it said before" }));
    expect(serverArguments(), name).toContainEqual(source);
  }
  writeFileSync(sources, JSON.stringify({ ...JSON.parse(made), "db/embedded/gone.ts": "what it said" }));
  expect(serverArguments()).toContainEqual(source);
  rmSync(sources);
  expect(serverArguments()).toContainEqual(source);
  writeFileSync(sources, made);
  expect(serverArguments()).toEqual([program]);
});

test("a database opens from its source where a build takes the file away meanwhile", async () => {
  await makeServer(folder);
  writeFileSync(
    madeServer().program,
    'import { rmSync } from "node:fs"; rmSync(process.argv[1]); process.exit(1);',
  );
  expect(await startedWith()).toContainEqual(source);
});
