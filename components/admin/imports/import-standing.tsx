import { fill, fillPlural, formatDecimal } from "@/domain/format";
import type { Locale } from "@/domain/vocabulary";
import type { ImportMessages } from "@/messages/imports";

type Counts = {
  readonly draft: number;
  readonly inReview: number;
  readonly published: number;
  readonly other: number;
};

type Props = {
  /** What it wrote. */
  written: { readonly new: number; readonly changed: number } | null;
  counts: Counts;
  locale: Locale;
  words: ImportMessages["after"];
};

/** What was taken in, and where it stands now. */
export function ImportStandingLine({ written, counts, locale, words }: Props) {
  const standing = [
    counts.draft > 0 && fillPlural(words.draft, counts.draft, locale),
    counts.inReview > 0 && fillPlural(words.in_review, counts.inReview, locale),
    counts.published > 0 && fillPlural(words.published, counts.published, locale),
    counts.other > 0 && fillPlural(words.gone, counts.other, locale),
  ].filter((one) => one !== false);
  const number = (n: number) => formatDecimal(String(n), locale);
  const done = written && { new: number(written.new), changed: number(written.changed) };
  return (
    <p className="import-standing">
      {done && <>{fill(words.counts, done)} </>}
      {standing.length > 0 && (
        <>
          {words.standing}
          {locale === "fr" ? "\u00a0: " : ": "}
          {standing.join(", ")}.
        </>
      )}
    </p>
  );
}
