import { fill } from "@/domain/format";
import type { Language, Locale } from "@/domain/vocabulary";
import type { DeskMessages } from "@/messages/desk";
import { messagesOf } from "@/messages/messages";

type Counted = { readonly accepted: number; readonly decided: number };
type Props = {
  precision: Counted & { readonly byLanguage: readonly (Counted & { readonly lang: Language })[] };
  locale: Locale;
  words: DeskMessages["home"];
};

const percentIn = ({ accepted, decided }: Counted, locale: Locale) =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(accepted / decided);

/** How often the number reader was right, by what editors decided: a share never without its counts. */
export function PrecisionLines({ precision, locale, words }: Props) {
  if (precision.decided === 0) return <p>{words.precisionNone}</p>;
  const { accepted, decided, byLanguage } = precision;
  const { languageName } = messagesOf(locale);
  const facts = (counted: Counted) => ({
    percent: percentIn(counted, locale),
    accepted: counted.accepted,
    decided: counted.decided,
  });
  return (
    <>
      <p>{fill(words.precisionAll, facts({ accepted, decided }))}</p>
      {byLanguage.length > 1 && (
        <ul className="home-lines">
          {byLanguage.map((one) => (
            <li key={one.lang}>
              {fill(words.precisionIn, { language: languageName[one.lang], ...facts(one) })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
