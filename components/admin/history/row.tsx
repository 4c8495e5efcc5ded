import { fill } from "@/domain/format";
import type { FigureInput } from "@/domain/inputs";
import type { Locale } from "@/domain/vocabulary";
import { RowCells } from "../../figures/row-cells";
import { Filled } from "../../ui/filled";
import type { ReadingWords } from "../reading/reading-words";
import type { SourceName } from "./telling";

type Mention = FigureInput["mentions"][number];
type Props = {
  mention: Mention;
  source: SourceName | undefined;
  words: ReadingWords["row"];
  locale: Locale;
};

/** The row of a dataset that a figure stands in, as the desk shows it: readers may not know of the dataset yet. */
export function Row({ mention, source, words, locale }: Props) {
  const { sentence, record = 0, numberStart: start, numberEnd: end } = mention;
  const title = <span lang={source?.lang}>{source?.title ?? mention.source}</span>;
  return (
    <figure className="dataset-row">
      <figcaption>
        <Filled
          template={words.caption}
          holes={{
            row: fill(words.short, { row: record }),
            title: source?.url ? (
              <a href={source.url} rel="noopener external">
                {title}
              </a>
            ) : (
              title
            ),
          }}
        />
      </figcaption>
      <RowCells
        record={sentence}
        header={headerOf(mention, source)}
        spans={[{ start, end }]}
        {...{ locale, words }}
      />
    </figure>
  );
}

/** The columns of the version the mention stands in, the newest where it names none. */
export function headerOf({ version }: Mention, source: SourceName | undefined): string {
  const numbers = Object.keys(source?.headers ?? {}).map(Number);
  return source?.headers[version ?? Math.max(...numbers)] ?? "";
}
