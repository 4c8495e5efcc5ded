import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Locale } from "@/domain/vocabulary";
import type { Case, CaseSet, Question } from "../case";
import { asFractionOrPercent } from "../fraction";

const specSchema = z.object({
  Input: z.string(),
  Results: z.array(
    z.object({
      Text: z.string(),
      Start: z.int().default(0),
      Resolution: z.object({ value: z.string().nullable() }),
    }),
  ),
  NotSupported: z.string().default(""),
  NotSupportedByDesign: z.string().default(""),
});
type Spec = z.infer<typeof specSchema>;

const platforms = ["dotnet", "javascript", "python", "java"];
const folders: Readonly<Record<Locale, string>> = { fr: "French", en: "English" };
const questions: Readonly<Record<"Number" | "Percent" | "Dimension", Question>> = {
  Number: "numbers",
  Percent: "percentages",
  Dimension: "measures",
};

/** Microsoft's own test cases, of which only those that one of its platforms is said to pass. */
export function specSet(devset: string, model: keyof typeof questions, language: Locale): CaseSet {
  const file = join(devset, "recogniser-specs", folders[language], `${model}Model.json`);
  const specs = z.array(specSchema).parse(JSON.parse(readFileSync(file, "utf8").replace(/^\ufeff/, "")));
  return {
    name: `spec ${model.toLowerCase()} ${language}`,
    question: questions[model],
    cases: specs
      .filter(isVerified)
      .map((spec, index) => caseOf(spec, `${model}-${language}-${index}`, language)),
  };
}

const isVerified = ({ NotSupported, NotSupportedByDesign }: Spec) =>
  platforms.some((platform) => !`${NotSupported} ${NotSupportedByDesign}`.toLowerCase().includes(platform));

const caseOf = ({ Input, Results }: Spec, id: string, language: Locale): Case => ({
  id,
  text: Input,
  language,
  reportedOn: null,
  expected: Results.map(({ Text, Start, Resolution: { value } }) => ({
    ...spanOf(Text, Start, Input),
    ...expectedValue(value, language),
  })),
});

/** A unit without a number has a result too, and no value, or "null%": we need not find it. */
const expectedValue = (value: string | null, language: Locale) =>
  value === null || /null/.test(value)
    ? { optional: true }
    : { optional: false, values: asFractionOrPercent(decimalOf(value, language)) };

/** By their words, since a few offsets are missing or off by one. */
function spanOf(words: string, near: number, text: string) {
  const at = (from: number) => text.toLowerCase().indexOf(words.toLowerCase(), from);
  const start = at(near - 1) < 0 ? at(0) : at(near - 1);
  if (start < 0) throw new Error(`"${text}" does not hold its own result: ${words}`);
  return { start, end: start + words.length };
}

const decimalOf = (value: string, language: Locale) =>
  (language === "fr" ? value.replace(",", ".") : value.replaceAll(",", "")).replace(/%$/, "");
