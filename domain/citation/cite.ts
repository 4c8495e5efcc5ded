import type { citationStyles } from "../export/options";
import { inQuotes } from "../in-quotes";
import type { Locale } from "../vocabulary";

/** What is cited, and the state of it that its address leads back to for ever. */
export type Cited = {
  readonly kind: "figure" | "chart" | "collection";
  /** A word to file it under: letters, digits and hyphens. */
  readonly key: string;
  readonly title: string;
  /** The name of the collection: it is its own author, as the site signs with it. */
  readonly collection: string;
  readonly revision: number;
  /** Day that revision was published, YYYY-MM-DD; null where it never was. */
  readonly published: string | null;
  readonly url: string;
  readonly lang: Locale;
};

export type CitationStyle = (typeof citationStyles)[number];

const kinds = {
  en: {
    figure: "Figure",
    chart: "Chart",
    collection: "Data set",
    revision: "Revision",
    months: [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ],
    undated: "n.d.",
  },
  fr: {
    figure: "Chiffre",
    chart: "Graphique",
    collection: "Jeu de données",
    revision: "Révision",
    months: [
      "janvier",
      "février",
      "mars",
      "avril",
      "mai",
      "juin",
      "juillet",
      "août",
      "septembre",
      "octobre",
      "novembre",
      "décembre",
    ],
    undated: "s. d.",
  },
} as const;

/** A citation in one style. A title never ends its sentence twice. */
export function cite(cited: Cited, style: CitationStyle): string {
  switch (style) {
    case "apa":
      return apa(cited);
    case "chicago":
      return chicago(cited);
    case "bibtex":
      return bibtex(cited);
    case "ris":
      return ris(cited);
    case "csl-json":
      return JSON.stringify([csl(cited)], null, 1);
  }
}

const within = ({ kind, title, collection }: Cited) =>
  (kind === "collection" ? collection : title).replace(/\.$/, "");

/** Author (year, month day). Title (revision) [kind]. Publisher. Address. */
function apa(cited: Cited): string {
  const { kind, collection, revision, url, lang } = cited;
  const words = kinds[lang];
  const host = kind === "collection" ? "" : `${collection}. `;
  return `${collection}. (${longDate(cited)}). ${within(cited)} (${words.revision} ${revision}) [${words[kind]}]. ${host}${url}`;
}

/** Author. “Title.” Collection, revision, date. Address. */
function chicago(cited: Cited): string {
  const { kind, collection, revision, url, lang, published } = cited;
  const words = kinds[lang];
  const quoted = lang === "fr" ? `${inQuotes(within(cited), lang)}.` : inQuotes(`${within(cited)}.`, lang);
  const title = kind === "collection" ? `${collection}.` : `${collection}. ${quoted}`;
  const date = published === null ? words.undated : plainDate(published, lang);
  return `${title} ${words[kind]}, ${words.revision.toLowerCase()} ${revision}, ${date}. ${url}.`;
}

function longDate({ published, lang }: Cited): string {
  if (published === null) return kinds[lang].undated;
  const [year, month, day] = parts(published);
  const name = kinds[lang].months[month - 1]!;
  return lang === "fr" ? `${year}, ${day} ${name}` : `${year}, ${name} ${day}`;
}

function plainDate(published: string, lang: Locale): string {
  const [year, month, day] = parts(published);
  const name = kinds[lang].months[month - 1]!;
  return lang === "fr" ? `${day} ${name} ${year}` : `${name} ${day}, ${year}`;
}

const parts = (day: string) => day.split("-").map(Number) as [number, number, number]; // YYYY-MM-DD

function bibtex(cited: Cited): string {
  const { key, collection, revision, published, url, lang } = cited;
  const [year, month] = (published ?? "").split("-");
  const fields: [string, string | undefined][] = [
    ["author", `{{${tex(collection)}}}`],
    ["title", `{{${tex(within(cited))}}}`],
    ["year", year ? `{${year}}` : undefined],
    ["month", month ? `{${Number(month)}}` : undefined],
    ["version", `{${revision}}`],
    [
      "howpublished",
      `{${tex(kinds[lang][cited.kind])}, ${tex(kinds[lang].revision.toLowerCase())} ${revision}}`,
    ],
    ["url", `{${url}}`],
    ["language", `{${lang === "fr" ? "french" : "english"}}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
  return `@misc{${key}-r${revision},\n${lines.join(",\n")}\n}\n`;
}

const texSigns: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};
const tex = (text: string): string => text.replace(/[\\~^&%$#_{}]/g, (sign) => texSigns[sign] ?? `\\${sign}`);

/** A comma would part a family name from a given one: of a collection there is only its name. */
const risName = (name: string) => name.replaceAll(",", "");

function ris(cited: Cited): string {
  const { collection, revision, published, url, lang } = cited;
  const lines = [
    ["TY", "DATA"],
    ["AU", risName(collection)],
    ["TI", within(cited)],
    ...(published === null
      ? []
      : [
          ["PY", published.slice(0, 4)],
          ["DA", published.replaceAll("-", "/")],
        ]),
    ["ET", String(revision)],
    ["PB", collection],
    ["LA", lang],
    ["UR", url],
    ["ER", ""],
  ];
  return `${lines.map(([tag, value]) => `${tag}  - ${value!.replace(/\s+/g, " ")}`).join("\r\n")}\r\n`;
}

function csl(cited: Cited) {
  const { key, collection, revision, published, url, lang } = cited;
  return {
    id: `${key}-r${revision}`,
    type: "dataset",
    author: [{ literal: collection }],
    title: within(cited),
    ...(cited.kind === "collection" ? {} : { "container-title": collection }),
    publisher: collection,
    version: String(revision),
    ...(published === null ? {} : { issued: { "date-parts": [parts(published)] } }),
    genre: kinds[lang][cited.kind],
    URL: url,
    language: lang,
  };
}
