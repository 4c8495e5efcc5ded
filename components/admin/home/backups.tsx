import { fill } from "@/domain/format";
import type { Locale } from "@/domain/vocabulary";
import type { DeskMessages } from "@/messages/desk";
import { momentWords } from "../history/moment";

type Props = {
  /** Null where this site makes none. */
  news: {
    readonly newest: Date | null;
    readonly failure: { readonly at: Date; readonly why: string } | null;
    readonly late: boolean;
  } | null;
  locale: Locale;
  words: DeskMessages["home"]["backups"];
};

const newestWords = (newest: Date | null, { locale, words }: Pick<Props, "locale" | "words">) =>
  newest === null ? words.none : fill(words.newest, { moment: momentWords(newest, locale) });

/** That work may be lost, before all else; nothing where backups stand as they should. */
export function BackupTrouble({
  news,
  showsWhy,
  locale,
  words,
}: Props & { /** Reasons name folders of the machine, which are for admins. */ showsWhy: boolean }) {
  if (news === null || (news.failure === null && !news.late)) return null;
  return (
    <section>
      <h2>{news.failure ? words.failed : words.late}</h2>
      {news.failure && <p>{fill(words.failedAt, { moment: momentWords(news.failure.at, locale) })}</p>}
      {news.failure && showsWhy && <p>{fill(words.why, { why: news.failure.why })}</p>}
      <p>{newestWords(news.newest, { locale, words })}</p>
      {!news.failure && showsWhy && <p className="secondary">{words.lateHint}</p>}
    </section>
  );
}

/** Whether backups are made, and when last. */
export function Backups({ news, locale, words }: Props) {
  return (
    <section>
      <h3>{words.title}</h3>
      <p>{news === null ? words.off : newestWords(news.newest, { locale, words })}</p>
    </section>
  );
}
