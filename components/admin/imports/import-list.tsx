import { formatDecimal } from "@/domain/format";
import type { ImportState, Locale } from "@/domain/vocabulary";
import type { ImportMessages } from "@/messages/imports";
import { momentWords } from "../history/moment";

export type ImportLine = {
  readonly publicId: string;
  readonly fileName: string;
  readonly dataset: string | null;
  readonly author: { readonly name: string };
  readonly createdAt: Date;
  readonly state: ImportState;
  /** What the last check found; null before it. */
  readonly counts: { readonly new: number; readonly changed: number; readonly refused: number } | null;
};

type Props = { imports: readonly ImportLine[]; locale: Locale; words: ImportMessages };

/** What was brought in, the newest first. */
export function ImportList({ imports, locale, words }: Props) {
  const { list, report } = words;
  if (imports.length === 0) return <p>{list.none}</p>;
  const labelled = (label: string) => ({ "data-label": label });
  return (
    <table className="list-table import-list" aria-label={list.label}>
      <thead>
        <tr>
          {[list.file, list.dataset, list.who, list.state, list.counts].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {imports.map(({ publicId, fileName, dataset, author, createdAt, state, counts }) => (
          <tr key={publicId}>
            <th scope="row">
              <a href={`/admin/imports/${publicId}`}>{fileName}</a>
            </th>
            <td {...labelled(list.dataset)}>{dataset ?? list.noDataset}</td>
            <td {...labelled(list.who)}>
              {author.name}, {momentWords(createdAt, locale)}
            </td>
            <td {...labelled(list.state)}>{words.state[state]}</td>
            <td {...labelled(list.counts)}>
              {counts === null
                ? list.noDataset
                : (["new", "changed", "refused"] as const)
                    .map((one) => `${report.count[one]} ${formatDecimal(String(counts[one]), locale)}`)
                    .join(" · ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
