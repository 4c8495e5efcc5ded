import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { defaultThreshold } from "@/domain/extract/extract";
import { proposalLine } from "@/domain/extract/proposal-line";
import { type ArticleReading, readArticle } from "@/domain/extract/read-article";
import { day } from "@/domain/inputs";
import { locales } from "@/domain/vocabulary";
import { readLexicon } from "@/seeds/lexicon";
import { fail } from "./report";

const usage = `Usage: npm run extract -- FILE…

Proposes the reported figures of each FILE (text, or HTML by its ending .html or .htm; - is standard input), as JSON
lines on standard output.

  --lang fr|en              the language of the text; detected where not given
  --reported-on YYYY-MM-DD  the day it was published, against which "yesterday" is read
  --threshold N             proposes what scores N or more (${defaultThreshold} unless said otherwise)
  --text                    prints the normalised text instead, to which all offsets refer`;

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      lang: { type: "string" },
      "reported-on": { type: "string" },
      threshold: { type: "string", default: String(defaultThreshold) },
      text: { type: "boolean", default: false },
    },
  });
  const language = locales.find((one) => one === values.lang);
  const reportedOn = values["reported-on"];
  const threshold = Number(values.threshold);
  if (positionals.length === 0) throw new Error(usage);
  if (values.lang !== undefined && language === undefined) throw new Error("--lang is fr or en.");
  if (reportedOn !== undefined && !day.safeParse(reportedOn).success)
    throw new Error("--reported-on is a day such as 2025-02-13.");
  if (!Number.isFinite(threshold)) throw new Error("--threshold is a number.");

  const lexicon = readLexicon();
  for (const file of positionals) {
    const text = readFileSync(file === "-" ? 0 : file, "utf8");
    const html = /\.html?$/i.test(file) || /^\s*<(!doctype|html|head|body|meta|article|p|div)\b/i.test(text);
    const article = readArticle({ text, html, language, reportedOn }, lexicon);
    process.stdout.write(values.text ? `${article.text}\n` : linesOf(file, article));
  }

  function linesOf(file: string, { text, language, proposals }: ArticleReading): string {
    return proposals
      .filter(({ mask, score }) => mask === null && score >= threshold)
      .map((proposal) => `${JSON.stringify(proposalLine(file, text, proposal, language, lexicon))}\n`)
      .join("");
  }
}

try {
  main();
} catch (error) {
  fail(error);
}
