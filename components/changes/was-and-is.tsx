import { getTranslations } from "next-intl/server";
import { fieldsChanged } from "@/domain/change";
import type { FigureWithMentions } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { claimWords } from "../figures/claim-words";
import { MarkedSentence } from "../figures/quote";
import { changedTexts } from "./changed-texts";

type Props = { before: FigureWithMentions; after: FigureWithMentions; locale: Locale };

/** What differs between two states of a figure, and nothing else: struck out as it was, beside it as it became. */
export async function WasAndIs({ before, after, locale }: Props) {
  const t = await getTranslations("changes");
  const words = claimWords(locale, [before, after]);
  const fields = fieldsChanged(before, after);
  if (fields.length === 0) return <p className="secondary">{t("nothing")}</p>;
  return (
    <dl className="was-and-is">
      {fields.map((field) => {
        const texts = changedTexts(field, before, after, locale, words);
        const quoted = field === "sentence";
        return (
          <div key={field} className={quoted ? "quoted" : undefined}>
            <dt>{t(`field.${field}`)}</dt>
            <dd>
              <del>
                <span className="visually-hidden">{t("before")} </span>
                {quoted ? <Sentence figure={before} /> : texts.before}
              </del>{" "}
              <ins>
                <span className="visually-hidden">{t("after")} </span>
                {quoted ? <Sentence figure={after} /> : texts.after}
              </ins>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const Sentence = ({ figure: { anchor } }: { figure: FigureWithMentions }) => (
  <span lang={anchor.sentenceLang}>
    <MarkedSentence text={anchor.sentence} spans={[{ start: anchor.numberStart, end: anchor.numberEnd }]} />
  </span>
);
