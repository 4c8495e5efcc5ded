import type { Locale } from "./vocabulary";

/**
 * A text between the quotation marks of the language around it. Quotation marks of its own become those of the second
 * level, as both languages print them: « une “zone” », “a ‘zone’”.
 */
export const inQuotes = (text: string, lang: Locale): string =>
  lang === "fr" ? `«\u00a0${text.replace(guillemets, "“$1”")}\u00a0»` : `“${text.replace(doubles, "‘$1’")}”`;

const guillemets = /«\s*([^«»]*?)\s*»/gu;
const doubles = /“([^“”]*)”/gu;
