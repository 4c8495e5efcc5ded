import type { Locale } from "@/domain/vocabulary";
import type { DeskMessages } from "@/messages/desk";

type Props = {
  dataset: {
    readonly slug: string;
    readonly title: string;
    readonly lang: string;
    readonly url: string | null;
  };
  locale: Locale;
  words: DeskMessages["article"]["dataset"];
};

/** What the desk says of a dataset in the place where an article would be read. */
export function DatasetNote({ dataset: { slug, title, lang, url }, locale, words }: Props) {
  return (
    <>
      <header className="page-head">
        <h1 lang={lang}>{title}</h1>
        <p>{words.what}</p>
      </header>
      <p>
        <a href={`/${locale}/sources/${slug}`}>{words.readers}</a>
      </p>
      {url && (
        <p>
          <a href={url} rel="noopener external">
            {words.file}
          </a>
        </p>
      )}
    </>
  );
}
