import type { FigureInput } from "@/domain/inputs";
import { Quote } from "../../figures/quote";
import { Row } from "./row";
import type { Telling } from "./telling";

type Props = { mention: FigureInput["mentions"][number]; telling: Telling };

/** A sentence with its number marked, and the way to it in the article; or the row of a dataset. */
export function Sentence({ mention, telling }: Props) {
  const source = telling.names.sources[mention.source];
  const { sentence, numberStart: start, numberEnd: end } = mention;
  if (mention.record !== undefined)
    return <Row {...{ mention, source }} words={telling.reading.row} locale={telling.locale} />;
  return (
    <Quote text={sentence} lang={source?.lang ?? telling.locale} spans={[{ start, end }]}>
      <a href={`/admin/sources/${mention.source}`} lang={source?.lang}>
        {source?.title ?? mention.source}
      </a>
    </Quote>
  );
}
