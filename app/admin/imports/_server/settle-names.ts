import type { PostedMap } from "@/components/admin/imports/posted-map";
import { listOf } from "@/components/admin/imports/posted-map";
import type { Db } from "@/db/client";
import { reviseAgent } from "@/db/mutations/revise-agent";
import { revisePlace } from "@/db/mutations/revise-place";
import { findAgentEntry, findPlaceEntry } from "@/db/queries/find-entry";
import { slugOfTitle } from "@/domain/article";
import type { ImportMap } from "@/domain/import/map";
import type { AgentInput, PlaceInput } from "@/domain/inputs";
import type { Editor } from "@/domain/permission";
import { ok, type Refusal, type Result, refused } from "@/domain/result";

type Lists = NonNullable<ImportMap["lists"]>;

/** The lists of a map with the names that are to become entries: recorded when the table is taken in, not before. */
export function withNewEntries(
  { form, creates }: PostedMap,
  known: ReadonlySet<string>,
  lists: Lists = {},
): Lists | undefined {
  const [agents, places] = [[...(lists.agents ?? [])], [...(lists.places ?? [])]];
  for (const { column, printed, kind } of creates) {
    const [list, name] = [listOf(form.columns[column]!.role), { fr: printed, en: printed }];
    const slug = freshSlug(slugOfTitle(printed), new Set([...known, ...slugsOf(agents), ...slugsOf(places)]));
    if (list === "agents")
      agents.push({
        ...{ slug, name, inSentence: null, kind: kind as AgentInput["kind"] },
        ...{ side: null, mark: null, aliases: [] },
      });
    if (list === "places") places.push({ slug, name, kind: kind as PlaceInput["kind"], parent: null });
  }
  const whole = { ...lists, ...(agents.length > 0 && { agents }), ...(places.length > 0 && { places }) };
  return Object.keys(whole).length > 0 ? whole : undefined;
}

const slugsOf = (entries: readonly { readonly slug: string }[]) => entries.map(({ slug }) => slug);

/** A slug that is not taken yet: with a number after it, where it is. */
export function freshSlug(slug: string, taken: ReadonlySet<string>): string {
  let free = slug;
  for (let number = 2; taken.has(free); number++) free = `${slug}-${number}`;
  return free;
}

/** Keeps names as other names of the entries they mean, for this table and everything after it. */
export async function keepAliases(
  db: Db,
  editor: Editor,
  { form, aliases }: PostedMap,
): Promise<Result<null, Refusal>> {
  for (const { column, printed, slug } of aliases) {
    const done =
      listOf(form.columns[column]!.role) === "places"
        ? await aliasOfPlace(db, editor, slug, printed)
        : await aliasOfAgent(db, editor, slug, printed);
    if (!done.ok) return done;
  }
  return ok(null);
}

const gone = refused({ kind: "conflict" } as const);

async function aliasOfAgent(db: Db, editor: Editor, slug: string, alias: string) {
  const entry = await findAgentEntry(db, slug);
  if (entry === null) return gone;
  if (entry.aliases.includes(alias)) return ok(null);
  return reviseAgent(db, editor, { ...entry, aliases: [...entry.aliases, alias] });
}

async function aliasOfPlace(db: Db, editor: Editor, slug: string, alias: string) {
  const entry = await findPlaceEntry(db, slug);
  if (entry === null) return gone;
  if (entry.aliases.includes(alias)) return ok(null);
  return revisePlace(db, editor, { ...entry, aliases: [...entry.aliases, alias] });
}
