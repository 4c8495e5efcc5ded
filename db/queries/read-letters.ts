import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../client";
import { anchors } from "../schema/figures";

/** Letters that sentences are to hold, word by word. */
export type Letters = {
  readonly words: readonly string[];
  /** The revisions whose sentences hold them all, where these are few enough to be named; null where they are not. */
  readonly revisions: readonly number[] | null;
  /** Of words that an index leads to: the words of sentences they stand in. Empty where walking along figures is quicker. */
  readonly lists: readonly (readonly string[])[];
};

const bounds = {
  /** Words of sentences that are asked after at once, and sentences that are named at once. */
  words: 4000,
  sentences: 10_000,
  /** Of so many figures, the newest, so many hold what stands in a great part of all. */
  tried: 300,
  plenty: 60,
};

/**
 * Looks for letters that stand anywhere in a word: first among the words that sentences are made of, then by index for
 * the sentences that have such words. What a great part of all sentences holds, a walk along them soon meets instead.
 */
export async function readLetters(db: Reader, q = "", most = bounds): Promise<Letters> {
  const words = [...new Set(q.split(/\s+/).filter(Boolean))];
  const nowhere = { words, revisions: null, lists: [] };
  if (words.length === 0) return nowhere;
  const met = words.map(
    (word, index) => sql`array(select distinct known.word from sentence_words known
      where position(sentence_fold(${word}::text) in known.word) > 0 limit ${most.words + 1}) as ${sql.identifier(`${index}`)}`,
  );
  const [found] = await db.execute<Record<string, string[]>>(sql`select ${sql.join(met, sql`, `)}`);
  const lists = Object.values(found!).filter((list) => list.length <= most.words); // a row always comes back
  if (lists.some((list) => list.length === 0)) return { words, revisions: [], lists };
  if (lists.length === 0 || (await areCommon(db, words, most))) return nowhere;
  const [sentences] = await db.execute<{ revisions: number[] }>(sql`
    select array(${haveWords({ words, lists })} limit ${most.sentences + 1}) as revisions`);
  const { revisions } = sentences!; // a row always comes back
  return { words, revisions: revisions.length > most.sentences ? null : revisions, lists };
}

async function areCommon(
  db: Reader,
  words: readonly string[],
  { tried, plenty }: typeof bounds,
): Promise<boolean> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select revision_id from publication_keys
      order by coalesce(first_day, '0001-01-01'::date) desc, figure_id desc limit ${tried}) newest
    join anchors on anchors.revision_id = newest.revision_id and anchors.mention = 0
    where ${sql.join(words.map(holdsWord), sql` and `)}`);
  return row!.count >= plenty; // an aggregate always answers
}

/** The revisions whose anchors have the words, by index as far as there is a list of them. */
export function haveWords({ words, lists }: Pick<Letters, "words" | "lists">): SQL {
  const have = lists.map((list) => sql`sentence_words(anchors.sentence) && ${arrayOf(list)}::text[]`);
  const hold = lists.length < words.length ? words.map(holdsWord) : [];
  return sql`select anchors.revision_id from anchors
    where anchors.mention = 0 and ${sql.join([...have, ...hold], sql` and `)}`;
}

const arrayOf = (words: readonly string[]) =>
  `{${words.map((word) => `"${word.replace(/["\\]/g, "\\$&")}"`).join()}}`;

/** Whether the anchor of a figure holds a word. */
export function holdsWord(word: string): SQL {
  const whole = sql`position(sentence_fold(${word}::text) in sentence_fold(${anchors.sentence})) > 0`;
  const plain = plainPart(word);
  if (plain === "") return whole;
  // Letters of ASCII are found ten times as fast by the rules of ASCII; two others are written as one of these in lower case.
  const likely = sql`(position(${plain}::text in lower(${anchors.sentence} collate "C")) > 0
    or position('\u0130' in ${anchors.sentence}) > 0 or position('\u212a' in ${anchors.sentence}) > 0)`;
  return sql`case when ${likely} then ${whole} else false end`;
}

/** The longest run of a word that is the same in every case of every language but for its capitals. */
function plainPart(word: string): string {
  const runs = word.toLowerCase().match(/[!-&(-~]+/g) ?? []; // ASCII but for the apostrophe
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), "");
}
