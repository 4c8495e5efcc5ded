import { fill, formatDecimal } from "@/domain/format";
import type { Locale } from "@/domain/vocabulary";
import type { ImportMessages } from "@/messages/imports";
import { momentWords } from "../history/moment";
import { type Step, Steps } from "./steps";

type Props = {
  fileName: string;
  author: string;
  createdAt: Date;
  /** Of the file, in bytes. */
  size: number;
  step: Step;
  said: string | null;
  locale: Locale;
  words: ImportMessages;
};

/** What file it is, who brought it in, and the step it is at. */
export function ImportHead({ fileName, author, createdAt, size, step, said, locale, words }: Props) {
  return (
    <header className="page-head">
      <p>
        <a href="/admin/imports">{words.back}</a>
      </p>
      <h1>{fileName}</h1>
      <p>
        {fill(words.by, {
          name: author,
          date: momentWords(createdAt, locale),
          size: sizeWords(size, locale, words),
        })}
      </p>
      <Steps at={step} words={words.steps} />
      <p role="status" className="form-said">
        {said}
      </p>
    </header>
  );
}

function sizeWords(bytes: number, locale: Locale, { size }: ImportMessages): string {
  const [form, amount] =
    bytes < 1000
      ? ([size.bytes, bytes] as const)
      : bytes < 1_000_000
        ? ([size.kilo, Math.round(bytes / 1000)] as const)
        : ([size.mega, Math.round(bytes / 100_000) / 10] as const);
  return fill(form, { count: formatDecimal(String(amount), locale) });
}
