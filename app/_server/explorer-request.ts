import { getTranslations } from "next-intl/server";
import { isSortKey } from "@/db/queries/list-figures";
import { type Cursor, readCursor, writeCursor } from "@/domain/cursor";
import { type FigureColumn, readColumns, writeColumns } from "@/domain/figure-columns";
import { defaultSort } from "@/domain/figure-query";
import { figureCursorParameters } from "./page-parameters";
import { addressOf, type PageRequest, readPageRequest } from "./page-request";

export const pageSize = 50;
/** Counting further costs more than anyone needs to know. */
export const countCap = 1000;

export type ExplorerRequest = PageRequest & {
  readonly cursor: Cursor | null;
  readonly columns: readonly FigureColumn[];
};

/** Reads what the table is asked for, its place and its columns included. */
export async function readExplorerRequest(
  ...address: [
    params: Parameters<typeof readPageRequest>[0],
    searchParams: Parameters<typeof readPageRequest>[1],
  ]
): Promise<ExplorerRequest> {
  const request = await readPageRequest(...address, figureCursorParameters);
  const { params, query } = request;
  const cursor = readCursor(params, (key) => isSortKey(query.sort ?? defaultSort, key));
  const columns = readColumns(params.getAll("columns"));
  const t = await getTranslations("notice");
  if (cursor === "unreadable")
    return { ...request, cursor: null, columns, more: [...request.more, t("cursor")] };
  return { ...request, cursor, columns };
}

/** The columns of this very table and its place, as parameters of its address. */
export function viewOfTable({ columns, cursor }: ExplorerRequest): Record<string, string> {
  const chosen = writeColumns(columns);
  return {
    ...(chosen === null ? {} : { columns: chosen }),
    ...(cursor === null ? {} : { [cursor.direction]: writeCursor(cursor) }),
  };
}

/** The address of this very table without its language, its columns and its place included. */
export const addressOfTable = (request: ExplorerRequest): string =>
  addressOf("/figures", request, viewOfTable(request));
