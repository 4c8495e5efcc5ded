import { text as readAll } from "node:stream/consumers";
import type { Lexicon } from "@/domain/extract/proposal";
import { type Pasted, readArticle, Unreadable } from "@/domain/extract/read-article";
import { reportDates } from "@/domain/extract/report-dates";

/**
 * Reads one article for the desk, in a process of its own: `{pasted, lexicon}` as JSON on standard input; on standard
 * output its `ArticleReading` with the days it may be of, or `{unreadable}` with why not.
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
    const article = readArticle(pasted, lexicon);
    return { ...article, dates: reportDates(article.text, article.language, lexicon) };
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: error.kind };
    throw error;
  }
}

await main();
