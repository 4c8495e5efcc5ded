import type { Localized } from "@/domain/figure";
import { fill } from "@/domain/format";
import type { List } from "@/domain/lists";
import type { Locale } from "@/domain/vocabulary";
import type { DeskMessages } from "@/messages/desk";

export type ListEntry = {
  readonly slug: string;
  readonly name: Localized;
  readonly retired: boolean;
  readonly mergedInto: string | null;
  readonly figures: number;
  readonly elsewhere: number;
};

type Props = { list: List; entries: readonly ListEntry[]; locale: Locale; words: DeskMessages["lists"] };

/** Every entry of a list with how much it is used, and the way to change it. */
export function ListTable({ list, entries, locale, words }: Props) {
  const { column } = words;
  const counts = list !== "events";
  const nameOf = (slug: string) => entries.find((one) => one.slug === slug)?.name[locale] ?? slug;
  return (
    <table className="list-table">
      <thead>
        <tr>
          <th scope="col">{locale === "fr" ? column.fr : column.en}</th>
          <th scope="col">{locale === "fr" ? column.en : column.fr}</th>
          {counts && (
            <th scope="col" className="number-cell">
              {column.figures}
            </th>
          )}
          <th scope="col" className="number-cell">
            {column.elsewhere}
          </th>
          <th scope="col">{column.state}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ slug, name, figures, elsewhere, retired, mergedInto }) => (
          <tr key={slug} className={retired || mergedInto !== null ? "laid-aside" : undefined}>
            <th scope="row">
              <a href={`/admin/lists/${list}?edit=${slug}`} title={fill(words.editOne, { name: slug })}>
                {name[locale]}
              </a>
            </th>
            <td lang={locale === "fr" ? "en" : "fr"}>{name[locale === "fr" ? "en" : "fr"]}</td>
            {counts && <td className="number-cell">{figures}</td>}
            <td className="number-cell">{elsewhere}</td>
            <td>
              {mergedInto !== null
                ? fill(words.state.merged, { name: nameOf(mergedInto) })
                : words.state[retired ? "retired" : "live"]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
