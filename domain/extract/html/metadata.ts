import { DOMParser } from "linkedom";
import type { Day } from "../../figure";
import type { ReadingLanguage } from "../proposal";
import { type ArticleData, articleData } from "./json-ld";
import type { Pruned } from "./prune";

export type Metadata = {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly publishedOn: Day | null;
  readonly language: ReadingLanguage | null;
  readonly url: string | null;
};

/** The names under which pages say one thing, the most trusted first. */
const named = {
  title: ["og:title", "twitter:title", "dc.title", "dcterms.title"],
  publisher: ["og:site_name", "application-name", "dc.publisher", "twitter:site"],
  author: ["author", "article:author", "dc.creator", "parsely-author", "sailthru.author"],
  published: [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
  ],
  language: ["og:locale", "language", "content-language", "dc.language"],
  url: ["og:url", "twitter:url"],
};

/** What a page says about itself in its head and its JSON-LD. Relative addresses count as none. */
export function readMetadata({ head, data }: Pruned): Metadata {
  const said = readHead(head);
  const article: ArticleData | null = articleData(data);
  const pick = (name: keyof typeof named) =>
    named[name].map((key) => said.metas.get(key)).find((words) => words) ?? null;
  return {
    title: line(article?.title ?? pick("title") ?? said.title),
    publisher: line(article?.publisher ?? pick("publisher"))?.replace(/^@/, "") ?? null,
    author: notAddress(line(article?.author ?? pick("author"))),
    publishedOn: dayOf(article?.published) ?? dayOf(pick("published")),
    language: languageOf(said.language) ?? languageOf(article?.language) ?? languageOf(pick("language")),
    url: addressOf(said.canonical) ?? addressOf(pick("url")) ?? addressOf(article?.url),
  };
}

function readHead(head: string) {
  const page = new DOMParser().parseFromString(
    `<!doctype html><html><head>${head.replace(/<html/gi, "<meta name=html")}</head></html>`,
    "text/html",
  );
  const metas = new Map<string, string>();
  for (const meta of page.querySelectorAll("meta")) {
    const name =
      meta.getAttribute("property") ??
      meta.getAttribute("name") ??
      meta.getAttribute("itemprop") ??
      meta.getAttribute("http-equiv");
    const content = meta.getAttribute("content")?.trim();
    if (name && content && !metas.has(name.toLowerCase())) metas.set(name.toLowerCase(), content);
  }
  return {
    metas,
    title: page.querySelector("title")?.textContent ?? null,
    language: page.querySelector("meta[name=html]")?.getAttribute("lang") ?? null,
    canonical: page.querySelector("link[rel=canonical]")?.getAttribute("href") ?? null,
  };
}

/** One line of plain words, or null. */
export function line(words: string | null | undefined): string | null {
  const plain = words?.replace(/\s+/g, " ").trim().slice(0, 300) ?? "";
  return plain === "" ? null : plain;
}

const notAddress = (words: string | null): string | null =>
  words !== null && /^https?:/.test(words) ? null : words;

const months = "janfebmaraprmayjunjulaugsepoctnovdec";

/** The day as the page prints it, in its own time zone; null where it prints none that exists. */
export function dayOf(words: string | null | undefined): Day | null {
  const iso = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(words ?? "");
  if (iso) return existing(`${iso[1]}-${iso[2]}-${iso[3]}`);
  const mail = /\b(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})\b/i.exec(words ?? "");
  const month = mail ? months.indexOf(mail[2]!.toLowerCase()) : -1;
  if (!mail || month < 0 || month % 3 !== 0) return null;
  return existing(`${mail[3]}-${String(month / 3 + 1).padStart(2, "0")}-${mail[1]!.padStart(2, "0")}`);
}

function existing(day: string): Day | null {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null;
}

function languageOf(tag: string | null | undefined): ReadingLanguage | null {
  const language = tag?.trim().toLowerCase().split(/[-_]/)[0];
  return language === "fr" || language === "en" ? language : null;
}

function addressOf(words: string | null | undefined): string | null {
  if (!words || !/^https?:\/\//i.test(words.trim()) || !URL.canParse(words)) return null;
  return new URL(words).href;
}
