import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Locale } from "@/domain/vocabulary";
import type { Case, CaseSet, Question } from "../case";

const specSchema = z.object({
  Input: z.string(),
  Results: z.array(
    z.object({
      Start: z.int(),
      /** Inclusive. */
      End: z.int(),
      Resolution: z.looseObject({ value: z.string() }),
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
  expected: Results.map(({ Start, End, Resolution }) => ({
    start: Start,
    end: End + 1,
    optional: false,
    values: [decimalOf(Resolution.value, language)],
  })),
});

const decimalOf = (value: string, language: Locale) =>
  (language === "fr" ? value.replace(",", ".") : value.replaceAll(",", "")).replace(/%$/, "");
