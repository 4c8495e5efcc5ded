import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Permission, type Role, roles } from "@/domain/permission";
import { aCollection, aSource, everythingIn, storkFigure, writer } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import type { mutation } from "./mutation";
import { recordFigure } from "./record-figure";

type Verb = {
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly run: ReturnType<typeof mutation>;
};

/** Every verb that is made, those that their module keeps to itself included. */
const made = vi.hoisted((): Verb[] => {
  vi.resetModules(); // other files have left theirs, made without being noted
  return [];
});
vi.mock("./mutation", async (original) => {
  const real = await original<typeof import("./mutation")>();
  const noted: typeof real.mutation = (permission, name, input, change) => {
    const run = real.mutation(permission, name, input, change);
    made.push({ name, permissions: [permission].flat(), run: run as unknown as Verb["run"] });
    return run;
  };
  return { ...real, mutation: noted };
});
afterAll(() => {
  vi.doUnmock("./mutation");
  vi.resetModules();
});

const modules = readdirSync(import.meta.dirname).filter((name) => /^[a-z-]+\.ts$/.test(name));
for (const name of modules) await import(/* @vite-ignore */ `./${name}`);

const people = ["editor", "reviewer", "admin"] as const;
const everyone = [...people, "system"] as const;
const reviewers = ["reviewer", "admin"] as const;

/** The decision about each verb. One that is new stands here before it is written, or these tests fail. */
const allowed: Readonly<Record<string, readonly Role[]>> = {
  accept_as_mention: everyone,
  accept_invitation: ["system"],
  accept_suggestion: everyone,
  acknowledge_rows: everyone,
  add_source_version: everyone,
  answer_objection: reviewers,
  approve_figures: reviewers,
  approve_import: reviewers,
  beat_import: everyone,
  begin_batch: everyone,
  begin_import: everyone,
  change_password: people,
  change_role: ["admin", "system"],
  check_import: everyone,
  describe_collection: ["system"],
  disable_editor: ["admin", "system"],
  discard_draft: everyone,
  enable_editor: ["admin", "system"],
  end_batch: everyone,
  end_import: everyone,
  enlist_importer: ["system"],
  fail_sign_in: ["system"],
  forget_second_factor: ["admin", "system"],
  import_figures: everyone,
  invite_editor: ["admin", "system"],
  make_token: people,
  map_import: everyone,
  merge_agents: reviewers,
  merge_places: reviewers,
  prepare_import: everyone,
  publish_figures: [...reviewers, "system"],
  record_agents: everyone,
  record_article: everyone,
  record_events: everyone,
  record_figure: everyone,
  record_figure_checks: everyone,
  record_import: everyone,
  record_link_checks: ["system"],
  record_metrics: everyone,
  record_objection: ["system"],
  record_places: everyone,
  record_quotes: everyone,
  record_source: everyone,
  record_units: everyone,
  reject_suggestion: everyone,
  renew_invitation: ["admin", "system"],
  resolve_carryover: everyone,
  restore_revision: everyone,
  retire_entry: everyone,
  retract_figure: reviewers,
  revise_agent: everyone,
  revise_event: everyone,
  revise_figure: everyone,
  revise_metric: everyone,
  revise_place: everyone,
  revise_unit: everyone,
  revoke_sessions: ["admin", "system"],
  revoke_token: people,
  second_factor: people,
  send_back_figure: reviewers,
  set_records: ["admin", "system"],
  set_review: ["system"],
  sign_in: people,
  sign_out: people,
  submit_figures: everyone,
  submit_import: everyone,
  undo_import: everyone,
  undo_suggestion: everyone,
  use_token: people,
};

const malformed: readonly unknown[] = [
  ...[undefined, null, true, 0, -1, Number.NaN, "", "admin", [], [null], [{}], {}, new Map(), () => "yes"],
  {
    id: "1",
    slug: {},
    publicId: [],
    figures: "all",
    suggestion: "1 or 1=1",
    editorId: null,
    rowVersion: "1",
  },
  { figures: [{ publicId: "00000001", rowVersion: 1.5 }], suggestion: 0.5, rowVersion: -1, reason: 7 },
];

/** One verb a name: what the test data writes past the validator is no verb of ours. */
function verbsOfOurs(): Verb[] {
  const byName = new Map<string, Verb>();
  for (const verb of made) if (!byName.has(verb.name)) byName.set(verb.name, verb);
  return [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

describe("every verb", () => {
  test("is decided about: who may do it is written above", () => {
    expect(verbsOfOurs().map(({ name }) => name)).toEqual(Object.keys(allowed));
  });

  test("has a name of its own", () => {
    const names = made.map(({ name }) => name);
    // The test data writes figures past the validator, under the names of the verbs it stands in for.
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    expect(twice.sort()).toEqual(["publish_figures", "record_figure"]);
  });

  eachEngine((open) => {
    let scratch: Scratch;
    let begun = 0;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      const source = await aSource(scratch.db);
      await recordFigure(scratch.db, writer, storkFigure(source));
    });

    const db = (): Scratch["db"] =>
      new Proxy(scratch.db, {
        get(target, name) {
          if (name === "transaction") begun++;
          return Reflect.get(target, name);
        },
      });

    test("refuses whoever may not do it, and what it cannot read, before it asks the database anything", async () => {
      const before = await everythingIn(scratch.sql);
      begun = 0;
      for (const { name, run } of verbsOfOurs())
        for (const role of roles)
          for (const input of malformed) {
            const answer = await run(db(), { id: idOf[role], role }, input);
            const kind = answer.ok ? "done" : answer.refusal.kind;
            const expected = allowed[name]?.includes(role) ? "invalid" : "forbidden";
            expect(kind, `${name} by ${role} of ${JSON.stringify(input)}`).toBe(expected);
          }
      expect(begun).toBe(0);
      expect(await everythingIn(scratch.sql)).toBe(before);
    });

    test("says of what it cannot read which field is wrong", async () => {
      for (const { name, run } of verbsOfOurs())
        for (const role of allowed[name] ?? []) {
          const answer = await run(db(), { id: idOf[role], role }, {});
          const fields = !answer.ok && answer.refusal.kind === "invalid" ? answer.refusal.fields : {};
          expect(Object.values(fields).flat().length, name).toBeGreaterThan(0);
        }
    });
  });
});

const idOf: Readonly<Record<Role, string>> = {
  editor: "ana",
  reviewer: "rui",
  admin: "ada",
  system: "seeds",
};
