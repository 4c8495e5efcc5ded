import type { Draft } from "@/domain/draft";
import { fill } from "@/domain/format";
import type { DeskMessages } from "@/messages/desk";
import { MarkedSentence } from "../../figures/quote";
import { momentWords } from "../history/moment";
import { Row } from "../history/row";
import { headlineOf, type Telling } from "../history/telling";

type Props = { drafts: readonly Draft[]; telling: Telling; words: DeskMessages["home"] };

/** Drafts to go on with: what each says, the sentence it stands in, and a reviewer's comment where one sent it back. */
export function DraftList({ drafts, telling, words }: Props) {
  return (
    <ul className="home-list">
      {drafts.map(({ publicId, figure, sentBack, savedAt }) => {
        const [anchor] = figure.mentions;
        return (
          <li key={publicId}>
            <a href={`/admin/figures/${publicId}`}>{headlineOf(figure, telling)}</a>
            {sentBack && (
              <p className="sent-back">
                {fill(words.sentBackBy, { name: sentBack.by.name, comment: sentBack.comment ?? "–" })}
              </p>
            )}
            {anchor?.record !== undefined && (
              <Row
                mention={anchor}
                source={telling.names.sources[anchor.source]}
                words={telling.reading.row}
                locale={telling.locale}
              />
            )}
            {anchor && anchor.record === undefined && (
              <blockquote lang={telling.names.sources[anchor.source]?.lang}>
                <MarkedSentence
                  text={anchor.sentence}
                  spans={[{ start: anchor.numberStart, end: anchor.numberEnd }]}
                />
              </blockquote>
            )}
            <p className="secondary">{fill(words.savedOn, { date: momentWords(savedAt, telling.locale) })}</p>
          </li>
        );
      })}
    </ul>
  );
}
