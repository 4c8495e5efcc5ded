import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { cacheFolder } from "./embedded-folder";
import { type EngineHost, startEngineHost } from "./engine-host";
import { bundlePrograms } from "./programs";
import { makeTemplates, type Templates } from "./templates";

declare module "vitest" {
  export interface ProvidedContext {
    templates: Templates;
    /** The sockets of processes that serve embedded databases, one for each file that is tested at a time. */
    hosts: readonly string[];
  }
}

/** Once per run: a PostgreSQL, on each engine a migrated database for the tests to copy, and who serves the copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { templates, remove } = await makeTemplates();
  const programs = mkdtempSync(path.join(cacheFolder(), "programs-"));
  const sockets = Array.from({ length: project.config.maxWorkers }, (_, at) =>
    path.join(templates.folder, `host-${at}`),
  );
  const removeAll = async () => {
    await remove();
    rmSync(programs, { recursive: true, force: true });
  };
  const hosts = await startHosts(programs, sockets).catch(async (error) => {
    await removeAll();
    throw error;
  });
  project.provide("templates", templates);
  project.provide("hosts", sockets);
  return async () => {
    await Promise.all(hosts.map((host) => host.stop()));
    await removeAll();
  };
}

async function startHosts(programs: string, sockets: readonly string[]): Promise<EngineHost[]> {
  await bundlePrograms(programs);
  return Promise.all(sockets.map(startEngineHost));
}
