import type { NewAgent } from "@/components/admin/reading/desk-context";
import type { WorldAgent } from "@/components/admin/reading/world";
import type { Db } from "@/db/client";
import { recordAgents } from "@/db/mutations/record-agents";
import { listAgents } from "@/db/queries/reference";
import { slugOfTitle } from "@/domain/article";
import type { Editor } from "@/domain/permission";
import { ok, type Refusal, type Result } from "@/domain/result";
import type { Locale } from "@/domain/vocabulary";

/** Records an agent under a slug made from its English name, with the words printed as an alias where they differ. */
export async function recordAgent(
  db: Db,
  editor: Editor,
  { fr, en, kind, side }: NewAgent,
  alias: string | null,
  locale: Locale,
): Promise<Result<WorldAgent, Refusal>> {
  const known = await listAgents(db);
  const slug = freeSlug(slugOfTitle(en), new Set(known.map((agent) => agent.slug)));
  const mark = Math.max(-1, ...known.map((agent) => agent.mark)) + 1;
  const aliases = alias !== null && alias !== fr && alias !== en ? [alias] : [];
  const agent = { slug, name: { fr, en }, inSentence: null, kind, side, mark, aliases };
  const made = await recordAgents(db, editor, [agent]);
  return made.ok ? ok({ slug, name: agent.name[locale], kind, side, mark }) : made;
}

function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}
