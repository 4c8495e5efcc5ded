import { readSearch } from "@/db/queries/read-search";
import { searchAgents, searchMetrics, searchSources } from "@/db/queries/search-names";
import { type SentencePlace, searchSentences } from "@/db/queries/search-sentences";
import type { SearchHits } from "@/domain/search/search-hit";
import { reader } from "./database";

export const sentencesOnPage = 20;

const nothing: SearchHits = { sentences: [], count: 0, metrics: [], agents: [], sources: [], next: null };

/** Everything that words find at a revision; names on the first page of sentences alone. */
export async function search(
  q: string | undefined,
  revision: number,
  after: SentencePlace | null,
): Promise<{ hits: SearchHits; asks: boolean }> {
  const db = await reader();
  const asked = q === undefined ? null : await readSearch(db, q);
  if (!asked?.asks) return { hits: nothing, asks: false };
  const names = after === null;
  const [{ hits: sentences, ...found }, metrics, agents, sources] = await Promise.all([
    searchSentences(db, asked, { revision, size: sentencesOnPage, after }),
    names ? searchMetrics(db, asked) : [],
    names ? searchAgents(db, asked, revision) : [],
    names ? searchSources(db, asked, revision) : [],
  ]);
  return { asks: true, hits: { sentences, ...found, metrics, agents, sources } };
}
