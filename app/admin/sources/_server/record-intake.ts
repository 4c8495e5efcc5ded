import { getLocale } from "next-intl/server";
import type { CardProblems, Intake, IntakeCard } from "@/components/admin/article/intake";
import type { Db } from "@/db/client";
import { recordAgents } from "@/db/mutations/record-agents";
import { recordArticle } from "@/db/mutations/record-article";
import { findArticle } from "@/db/queries/find-article";
import { findLexicon } from "@/db/queries/find-lexicon";
import { listAgents } from "@/db/queries/reference";
import { slugOfTitle } from "@/domain/article";
import { readerVersion } from "@/domain/extract/reader-version";
import type { Editor } from "@/domain/permission";
import type { Refusal } from "@/domain/result";
import { deskMessagesOf } from "@/messages/desk";
import { readArticleApart } from "../../../_server/read-article";
import { addText } from "./add-text";
import { addingRefused } from "./adding-refused";
import { postedCard } from "./posted-card";
import { publishedClaim } from "./published-claim";
import { refusalWords } from "./refusal-words";

/** Records the text of a card as the next version of the source that is at its address already. */
export async function recordVersion(
  db: Db,
  editor: Editor,
  form: FormData,
  slug: string,
): Promise<Intake | { to: string }> {
  const card = postedCard(form);
  const added = await addText(db, editor, slug, { text: card.text, html: false });
  if (!added.ok)
    return { step: "card", card, problems: { card: (await addingRefused(added.refusal)).problem } };
  return { to: `/admin/sources/${slug}/changes?said=${added.value}` };
}

/**
 * Records an article as its card says. Its text is read once more, in its language and from its day: what comes in by
 * a form is never taken for what was read.
 *
 * @returns where to go on, or the card with what is wrong with it
 */
export async function recordIntake(db: Db, editor: Editor, form: FormData): Promise<Intake | { to: string }> {
  const card = postedCard(form);
  const words = deskMessagesOf(await getLocale()).article;
  const back = (problems: CardProblems) => ({ step: "card", card, problems }) as const;
  const published = publishedClaim(card);
  const problems: CardProblems = {
    ...(card.title === "" && { title: words.problem.field.title }),
    ...(card.publisher + card.publisherNew === "" && { publisher: words.problem.field.publisher }),
    ...(published === null && { published: words.problem.field.published }),
    ...(card.url !== "" && !/^https?:\/\/\S+$/.test(card.url) && { url: words.problem.field.url }),
  };
  if (Object.keys(problems).length > 0 || published === null) return back(problems);
  const { text, language } = card;
  const pasted = { text, html: false, language, reportedOn: published.end ?? undefined };
  const read = await readArticleApart(pasted, await findLexicon(db));
  if (!read.ok) return back({ card: words.problem[read.refusal.kind] });
  const made = await record(db, editor, card, async (tx, publisher) =>
    recordArticle(tx, editor, {
      card: {
        ...{ title: card.title, titlePrinted: !card.titleOurs, publisher, published },
        ...{ author: card.author || null, url: card.url || null, archivedUrl: null },
        ...{ lang: language, licenceNote: null },
      },
      text: read.value.text,
      proposals: [...read.value.proposals],
      readerVersion,
    }),
  );
  if (made.ok) return { to: `/admin/sources/${made.value.slug}` };
  const { refusal } = made;
  if (refusal.kind === "exists") {
    const known = await findArticle(db, refusal.slug);
    if (known === null || known.version.text === read.value.text)
      return { to: `/admin/sources/${refusal.slug}?known` };
    return { ...back({}), known: { slug: known.slug, title: known.title } };
  }
  return back({ card: await refusalWords(refusal) });
}

type Tx = Parameters<typeof recordArticle>[0];
type Made = Awaited<ReturnType<typeof recordArticle>>;

/** Thrown to roll the outlet back with the article it was recorded for. */
class NotMade extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.kind);
  }
}

/** Records the outlet where it is a new one, then the article: both or neither. */
async function record(
  db: Db,
  editor: Editor,
  { publisher, publisherNew }: IntakeCard,
  article: (tx: Tx, publisher: string) => Promise<Made>,
): Promise<Made> {
  try {
    return await db.transaction(async (tx) => {
      const slug = publisherNew === "" ? publisher : await newOutlet(tx, editor, publisherNew);
      const made = await article(tx, slug);
      if (!made.ok) throw new NotMade(made.refusal);
      return made;
    });
  } catch (error) {
    if (error instanceof NotMade) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

async function newOutlet(tx: Parameters<Parameters<Db["transaction"]>[0]>[0], editor: Editor, name: string) {
  const taken = new Set((await listAgents(tx)).map(({ slug }) => slug));
  let slug = slugOfTitle(name);
  for (let number = 2; taken.has(slug); number++) slug = `${slugOfTitle(name)}-${number}`;
  const outlet = {
    slug,
    name: { fr: name, en: name },
    inSentence: null,
    side: null,
    mark: null,
    aliases: [],
  };
  const made = await recordAgents(tx, editor, [{ ...outlet, kind: "outlet" }]);
  if (!made.ok) throw new NotMade(made.refusal);
  return slug;
}
