import type { Db } from "@/db/client";
import { addSourceVersion } from "@/db/mutations/add-source-version";
import { findArticle } from "@/db/queries/find-article";
import { findLexicon } from "@/db/queries/find-lexicon";
import type { Pasted } from "@/domain/extract/read-article";
import { readerVersion } from "@/domain/extract/reader-version";
import type { Editor } from "@/domain/permission";
import { ok, type Refusal, type Result, refused } from "@/domain/result";
import { type ReadingRefusal, readArticleApart } from "../../../_server/read-article";

/**
 * Records a changed text of a source as its next version, read apart, in the source's language and from its day.
 *
 * @returns whether there was anything to record: the text may be the newest one already
 */
export async function addText(
  db: Db,
  editor: Editor,
  slug: string,
  pasted: Pasted,
): Promise<Result<"added" | "unchanged", Refusal | ReadingRefusal | { kind: "no_text" | "no_source" }>> {
  const source = await findArticle(db, slug);
  if (source === null) return refused({ kind: "no_source" });
  if (pasted.text.trim() === "") return refused({ kind: "no_text" });
  const language = source.lang === "fr" ? "fr" : "en"; // languages the reader does not know are read as English
  const reportedOn = source.published.end ?? undefined;
  const read = await readArticleApart({ ...pasted, language, reportedOn }, await findLexicon(db));
  if (!read.ok) return read;
  const { text, proposals } = read.value;
  const input = { slug, text, proposals: [...proposals], readerVersion };
  const made = await addSourceVersion(db, editor, input);
  if (!made.ok) return made;
  return ok(made.value.version === source.version.number ? "unchanged" : "added");
}
