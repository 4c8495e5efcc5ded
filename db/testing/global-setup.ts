import type { TestProject } from "vitest/node";
import { makeTemplates, type Templates } from "./templates";

declare module "vitest" {
  export interface ProvidedContext {
    templates: Templates;
  }
}

/** Once per run: a PostgreSQL, and on each engine a migrated database for the tests to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { templates, remove } = await makeTemplates();
  project.provide("templates", templates);
  return remove;
}
