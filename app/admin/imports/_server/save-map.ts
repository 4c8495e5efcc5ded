import { mapOfForm } from "@/components/admin/imports/map-form";
import type { MapState } from "@/components/admin/imports/map-shown";
import { type PostedMap, readMapForm } from "@/components/admin/imports/posted-map";
import { problemWords } from "@/components/admin/imports/table-words";
import type { Db } from "@/db/client";
import { mapImport } from "@/db/mutations/map-import";
import type { FoundImport } from "@/db/queries/find-import";
import { findLexicon } from "@/db/queries/find-lexicon";
import { listDatasets, listSourceSlugs } from "@/db/queries/list-datasets";
import { slugOfTitle } from "@/domain/article";
import { fill } from "@/domain/format";
import { type ImportMap, importMap } from "@/domain/import/map";
import type { Editor } from "@/domain/permission";
import type { Locale } from "@/domain/vocabulary";
import { importMessagesOf } from "@/messages/imports";
import { refusalSaid } from "../../_server/refusal-said";
import { lackingIn } from "./lacking";
import { type ImportLook, lookAtImport } from "./look-at-import";
import { freshSlug, keepAliases, withNewEntries } from "./settle-names";
import { type Said, tableOptions } from "./table-options";

type Saving = {
  readonly db: Db;
  readonly editor: Editor;
  readonly found: FoundImport;
  readonly locale: Locale;
};

/** Keeps what the form of the columns says as the map of an import. @returns null where it is kept, else why not */
export async function saveMap(saving: Saving, form: FormData): Promise<MapState | null> {
  const { db, editor, found, locale } = saving;
  const words = importMessagesOf(locale);
  const posted = [...form].flatMap(([name, value]) =>
    typeof value === "string" && !name.startsWith("$ACTION") ? [[name, value] as const] : [],
  );
  const refuse = (...problems: string[]): MapState => ({ problems, posted });
  const said = (name: string) => (form.has(`table.${name}`) ? String(form.get(`table.${name}`)) : null);
  const options = tableOptions(said, found.map);
  const looked = await lookAtImport(db, found, options);
  if (!looked.ok) return refuse(problemWords(looked.refusal, words, locale));
  const look = looked.value;
  const given = look.own ? null : await postedMap(db, form, look);
  const lacking = given === null ? [] : lackingIn(given.form, look, words);
  if (lacking.length > 0) return refuse(...lacking);
  const made = given === null ? look.map : await mapOf(db, given, look);
  const read = importMap.safeParse(withOptions(made, options));
  if (!read.success) return refuse(fill(words.problem.map, { why: issuesIn(read.error.issues) }));
  if (given !== null) {
    const kept = await keepAliases(db, editor, given);
    if (!kept.ok) return refuse(refusalSaid(kept.refusal, locale));
  }
  return keep(saving, read.data, look.headerSha256, Number(form.get("rowVersion")), refuse);
}

async function postedMap(db: Db, form: FormData, look: ImportLook): Promise<PostedMap> {
  const posted = readMapForm(form, look.header, look.map);
  const { dataset } = posted.form;
  const known = dataset?.slug
    ? (await listDatasets(db)).find(({ slug }) => slug === dataset.slug)
    : undefined;
  if (known === undefined) return posted;
  const asKnown = { ...known, url: known.url ?? "", published: known.published ?? "" };
  return { ...posted, form: { ...posted.form, dataset: asKnown } };
}

async function mapOf(db: Db, posted: PostedMap, look: ImportLook): Promise<Record<string, unknown>> {
  const lexicon = await findLexicon(db);
  const known = new Set([...lexicon.agents, ...lexicon.places].map(({ slug }) => slug));
  const lists = withNewEntries(posted, known, look.map.lists);
  const taken = new Set(await listSourceSlugs(db));
  const map = mapOfForm(posted.form, look.header, look.map, (title) => freshSlug(slugOfTitle(title), taken));
  return { ...map, ...(lists === undefined ? {} : { lists }) };
}

function withOptions(map: object, options: Said): object {
  const { table: _, ...rest } = map as { table?: unknown };
  return Object.keys(options).length === 0 ? rest : { ...rest, table: options };
}

/** What is wrong with a map, as the map's own schema says it: by the path of what is wrong. */
export const issuesIn = (issues: readonly { path: PropertyKey[]; message: string }[]): string =>
  issues
    .slice(0, 5)
    .map(({ path, message }) => [path.map(String).join("."), message].filter(Boolean).join(": "))
    .join("; ");

async function keep(
  { db, editor, found, locale }: Saving,
  map: ImportMap,
  headerSha256: string,
  rowVersion: number,
  refuse: (problem: string) => MapState,
): Promise<MapState | null> {
  const saved = await mapImport(db, editor, { publicId: found.publicId, rowVersion, map, headerSha256 });
  if (saved.ok) return null;
  const { problem } = importMessagesOf(locale);
  return refuse(saved.refusal.kind === "conflict" ? problem.conflict : refusalSaid(saved.refusal, locale));
}

/** Uses a map that was pasted as JSON. @returns null where it is kept, else why not */
export async function takeMapJson(saving: Saving, json: string, rowVersion: number): Promise<string | null> {
  const { db, found, locale } = saving;
  const words = importMessagesOf(locale);
  const parsed = parsedJson(json);
  if (!parsed.ok) return fill(words.problem.json, { why: parsed.why });
  const read = importMap.safeParse(parsed.value);
  if (!read.success) return fill(words.problem.map, { why: issuesIn(read.error.issues) });
  const looked = await lookAtImport(db, { ...found, map: read.data }, read.data.table ?? {});
  if (!looked.ok) return problemWords(looked.refusal, words, locale);
  const state = await keep(saving, read.data, looked.value.headerSha256, rowVersion, (problem) => ({
    problems: [problem],
    posted: null,
  }));
  return state?.problems[0] ?? null;
}

function parsedJson(json: string): { ok: true; value: unknown } | { ok: false; why: string } {
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, why: error.message };
    throw error;
  }
}
