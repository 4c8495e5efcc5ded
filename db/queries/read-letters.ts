import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../client";
import { anchors } from "../schema/figures";

/** Letters that sentences are to hold, word by word. */
export type Letters = {
  /** The revisions whose sentences hold all the words, where these are few enough to be named. */
  readonly revisions: readonly number[] | null;
  /** What a sentence is asked for otherwise. */
  readonly words: readonly string[];
};

/** Words of sentences that are asked after at once, and sentences that are named at once. */
const [mostWords, mostSentences] = [4000, 4000];

/**
 * Looks for letters that stand anywhere in a word: first among the words that sentences are made of, then by index for
 * the sentences that have such words. Where there are too many to be named, whoever walks along figures soon meets them.
 */
export async function readLetters(db: Reader, q = ""): Promise<Letters> {
  const words = [...new Set(q.split(/\s+/).filter(Boolean))];
  if (words.length === 0) return { revisions: null, words };
  const lists = words.map(
    (word, index) => sql`array(select distinct known.word from sentence_words known
      where position(sentence_fold(${word}::text) in known.word) > 0 limit ${mostWords + 1}) as ${sql.identifier(`${index}`)}`,
  );
  const [met] = await db.execute<Record<string, string[]>>(sql`select ${sql.join(lists, sql`, `)}`);
  const few = Object.values(met!).filter((list) => list.length <= mostWords); // a row always comes back
  if (few.length < words.length) return { revisions: null, words };
  return { revisions: await holding(db, few), words };
}

/** The revisions whose sentences hold one word of each list; null where they are too many. */
async function holding(db: Reader, lists: readonly string[][]): Promise<number[] | null> {
  if (lists.some((list) => list.length === 0)) return [];
  const hold = lists.map((list) => sql`sentence_words(a.sentence) && ${arrayOf(list)}::text[]`);
  const rows = await db.execute<{ id: number }>(sql`
    select a.revision_id as id from anchors a where a.mention = 0 and ${sql.join(hold, sql` and `)}
    limit ${mostSentences + 1}`);
  return rows.length > mostSentences ? null : rows.map(({ id }) => id);
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
