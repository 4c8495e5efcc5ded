import type { Operation } from "@/components/admin/reading/reading";
import type { Db } from "@/db/client";
import { findArticle } from "@/db/queries/find-article";
import { newPublicId } from "@/domain/new-public-id";
import type { Editor } from "@/domain/permission";
import { decide } from "./decide";
import { articleOf, readingProps } from "./reading-props";

/** Decides about a suggestion as it was proposed, for who reads without JavaScript. @returns where to go on */
export async function decideByForm(db: Db, editor: Editor, form: FormData): Promise<string> {
  const source = String(form.get("source"));
  const found = await findArticle(db, source);
  const props = await readingProps(db, source, "en");
  const id = Number(form.get("accept") ?? form.get("reject"));
  const suggestion = props?.suggestions.find((one) => one.id === id);
  if (found === null || suggestion === undefined) return "/admin/sources/new";
  const operation: Operation = form.has("accept")
    ? { key: 0, kind: "accept", figures: [suggestion] }
    : { key: 0, kind: "reject", ids: [id] };
  const named = { publicIds: [newPublicId()], as: null };
  const [answer] = await decide({ db, editor, article: articleOf(found) }, operation, named);
  const why = answer && "reason" in answer ? `?refused=${answer.reason.kind}` : "";
  return `/admin/sources/${source}${why}#n${id}`;
}
