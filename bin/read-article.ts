import { text as readAll } from "node:stream/consumers";
import type { Lexicon } from "@/domain/extract/proposal";
import { type Pasted, readArticle, Unreadable } from "@/domain/extract/read-article";

/**
 * Reads one article for the desk, in a process of its own: `{pasted, lexicon}` as JSON on standard input, its
 * `ArticleReading` on standard output, or `{unreadable}` with the reason its sender can put right.
 */
async function main(): Promise<void> {
  const { pasted, lexicon } = JSON.parse(await readAll(process.stdin)) as {
    pasted: Pasted;
    lexicon: Lexicon;
  };
  process.stdout.write(JSON.stringify(read(pasted, lexicon)));
}

function read(pasted: Pasted, lexicon: Lexicon) {
  try {
    return readArticle(pasted, lexicon);
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: error.message };
    throw error;
  }
}

await main();
