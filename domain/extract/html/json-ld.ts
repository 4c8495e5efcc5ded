/** What JSON-LD of a page says of its article; each null where it says nothing. */
export type ArticleData = {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly url: string | null;
};

type Thing = Readonly<Record<string, unknown>>;

/** The article among the things several scripts describe; null where there is none or none can be read. */
export function articleData(scripts: readonly string[]): ArticleData | null {
  const things = scripts
    .filter((script) => script.length < 500_000)
    .slice(0, 20)
    .flatMap(thingsOf);
  const article =
    things.find((thing) => /Article|Posting|Report/.test(String(thing["@type"]))) ??
    things.find(({ datePublished, headline }) => datePublished !== undefined || headline !== undefined);
  if (article === undefined) return null;
  return {
    title: wordsOf(article.headline ?? article.name),
    publisher: namesOf(article.publisher),
    author: namesOf(article.author ?? article.creator),
    published: wordsOf(article.datePublished ?? article.dateCreated),
    language: wordsOf(article.inLanguage),
    url: wordsOf(article.url) ?? wordsOf(article.mainEntityOfPage) ?? idOf(article.mainEntityOfPage),
  };
}

/** A script that is no JSON says nothing, as for every reader of the page: it is no error of the person pasting. */
function thingsOf(script: string): Thing[] {
  try {
    return flat(JSON.parse(script.trim().replace(/^<!\[CDATA\[|\]\]>$/g, "")), 3);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function flat(value: unknown, depth: number): Thing[] {
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((one) => flat(one, depth - 1));
  if (!isThing(value)) return [];
  return [value, ...flat(value["@graph"], depth - 1)];
}

const isThing = (value: unknown): value is Thing =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const wordsOf = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value : null;

const idOf = (value: unknown): string | null => (isThing(value) ? wordsOf(value["@id"]) : null);

/** One name or several, each a string or a thing with one. */
function namesOf(value: unknown): string | null {
  const names = (Array.isArray(value) ? value.slice(0, 10) : [value])
    .map((one) => wordsOf(one) ?? (isThing(one) ? wordsOf(one.name) : null))
    .filter((name) => name !== null && !/^https?:/.test(name));
  return names.length > 0 ? names.join(", ") : null;
}
