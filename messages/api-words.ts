import type { OpenApiDocument } from "@/domain/export/openapi";
import type { Locale } from "@/domain/vocabulary";
import french from "./api.fr.json";

/** The description of the API is written in English; here is each of its sentences in French. */
const words: Readonly<Record<string, string>> = french;

const spoken = ["summary", "description", "x-displayName", "x-promises"];

/** A description of the API in a language: the same object, other words. What the collection says of itself it says already. */
export function describedIn(document: OpenApiDocument, lang: Locale): OpenApiDocument {
  if (lang === "en") return document;
  const { title, description } = document.info;
  const told = retold(document);
  return { ...told, info: { ...told.info, title, description } };
}

/** Every sentence of the description, the collection's own left out. */
export function* sentencesOf(node: unknown, key = ""): Generator<string> {
  if (typeof node === "string") {
    if (spoken.includes(key)) yield node;
  } else if (Array.isArray(node)) for (const one of node) yield* sentencesOf(one, key);
  else if (typeof node === "object" && node !== null)
    for (const [name, value] of Object.entries(node)) yield* sentencesOf(value, name);
}

function retold<T>(node: T, key = ""): T {
  if (typeof node === "string") return (spoken.includes(key) ? (words[node] ?? node) : node) as T;
  if (Array.isArray(node)) return node.map((one) => retold(one, key)) as T;
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, retold(value, name)])) as T;
}
