import {
  columnVisibilityFeature,
  constructTable,
  createCoreRowModel,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import type { Figure } from "@/domain/figure";
import { type FigureColumn, figureColumns, fixedColumn, sortKeyOf } from "@/domain/figure-columns";
import { defaultSort, type FigureQuery, type Sort } from "@/domain/figure-query";
import type { Locale } from "@/domain/vocabulary";
import type { ChartWords } from "../charts/chart-words";
import { FigureCell } from "./figure-cell";

const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  coreRowModel: createCoreRowModel(),
  coreReactivityFeature: storeReactivityBindings(),
});

type Props = {
  figures: readonly Figure[];
  columns: readonly FigureColumn[];
  query: FigureQuery;
  /** The address of the same table under another sort. */
  sortHref: (sort: Sort) => string;
  hrefTo: HrefTo;
  locale: Locale;
  words: ChartWords;
};

/** The columns and their state, on the server: sorting, filtering and paging are links, so the table needs no script. */
function tableOf({ figures, columns, query }: Pick<Props, "figures" | "columns" | "query">) {
  const sort = query.sort ?? defaultSort;
  const key = sort.replace("-", "");
  return constructTable({
    features,
    data: figures as Figure[],
    columns: figureColumns.map((id) => ({
      id,
      enableHiding: id !== fixedColumn,
      enableSorting: id in sortKeyOf,
    })),
    getRowId: (figure: Figure) => figure.id,
    manualSorting: true,
    initialState: {
      sorting: figureColumns
        .filter((id) => sortKeyOf[id] === key)
        .map((id) => ({ id, desc: sort.startsWith("-") })),
      columnVisibility: Object.fromEntries(figureColumns.map((id) => [id, columns.includes(id)])),
    },
  });
}

/** Every claim as a row; the sentence leads to its page. */
export async function FigureTable(props: Props) {
  const t = await getTranslations("figures");
  const table = tableOf(props);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={t("title")}>
      <table className="figure-table">
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map(({ column }) => (
                <Heading
                  key={column.id}
                  id={column.id as FigureColumn}
                  sorted={column.getIsSorted()}
                  sortHref={props.sortHref}
                />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} data-figure-id={row.id}>
              {row.getVisibleCells().map(({ column }) => (
                <td
                  key={column.id}
                  className={`column-${column.id}`}
                  data-label={t(`column.${column.id as FigureColumn}`)}
                >
                  <div>
                    <FigureCell
                      column={column.id as FigureColumn}
                      figure={row.original}
                      locale={props.locale}
                      words={props.words}
                      hrefTo={props.hrefTo}
                    />
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type HeadingProps = { id: FigureColumn; sorted: false | "asc" | "desc"; sortHref: Props["sortHref"] };

async function Heading({ id, sorted, sortHref }: HeadingProps) {
  const t = await getTranslations("figures");
  const key = sortKeyOf[id];
  const name = t(`column.${id}`);
  const aria = sorted === false ? undefined : sorted === "asc" ? "ascending" : "descending";
  return (
    <th scope="col" className={`column-${id}`} aria-sort={aria}>
      {key === undefined ? (
        name
      ) : (
        <a href={sortHref(sorted === "desc" ? key : `-${key}`)} title={t("sortBy", { column: name })}>
          {name}
          {sorted !== false && <span aria-hidden="true">{sorted === "asc" ? " ↑" : " ↓"}</span>}
        </a>
      )}
    </th>
  );
}
