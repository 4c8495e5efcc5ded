import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Moments } from "@/db/queries/compare-moments";
import {
  type ChangeQuery,
  type ChangeQueryReading,
  readChangeQuery,
  readMoments,
  writeChangeQuery,
} from "@/domain/change-query";
import { type Cursor, readCursor, writeCursor } from "@/domain/cursor";
import type { Locale } from "@/domain/vocabulary";
import { newestRevision } from "./database";
import { readLocale } from "./locale";
import { changeParameters } from "./page-parameters";
import { type Params, readMoment, type SearchParams, toURLSearchParams } from "./page-request";

export type ChangesRequest = Awaited<ReturnType<typeof readMoment>> & {
  readonly locale: Locale;
  readonly query: ChangeQuery;
  readonly unknown: readonly string[];
  readonly newest: number;
  /** The two revisions to compare; null where what changed is told by publish. */
  readonly moments: Moments | null;
  readonly cursor: Cursor | null;
};

/** A place in the changes: the revision of a publish, and of a comparison the key of the publication too. */
const isKey = (key: string) => /^[1-9]\d{0,14}$/.test(key);
const isPlace = ({ id }: Cursor) => /^\d{1,9}$/.test(id);

/** Reads what the changes are asked for. */
export async function readChangesRequest(
  params: Params,
  searchParams: SearchParams,
): Promise<ChangesRequest> {
  const locale = readLocale((await params).locale);
  setRequestLocale(locale);
  const address = toURLSearchParams(await searchParams);
  const { query, unknown, malformed } = readChangeQuery(address, changeParameters);
  const newest = await newestRevision();
  const moment = await readMoment(locale, query.as_of);
  const moments = readMoments(query, newest);
  const cursor = readCursor(address, isKey);
  const t = await getTranslations("notice");
  const more = [...moment.more, ...(await refusals(malformed))];
  if (moments === "unreadable")
    more.push(t("malformed", await named("since", `${query.since ?? ""}–${query.until ?? newest}`)));
  const place = cursor === "unreadable" || (cursor !== null && !isPlace(cursor)) ? null : cursor;
  if (cursor !== null && place === null) more.push(t("cursor"));
  return {
    ...moment,
    ...{ locale, unknown, newest, more, cursor: place },
    query: moments === "unreadable" ? withoutMoments(query) : query,
    moments: moments === "unreadable" ? null : moments,
  };
}

const refusals = async (malformed: ChangeQueryReading["malformed"]): Promise<string[]> => {
  const t = await getTranslations("notice");
  return Promise.all(malformed.map(async ({ name, value }) => t("malformed", await named(name, value))));
};

async function named(name: ChangeQueryReading["malformed"][number]["name"], value: string) {
  const t = await getTranslations("changes");
  return { name: t(`filterName.${name}`), value: value.slice(0, 80) };
}

const withoutMoments = ({ since: _since, until: _until, ...rest }: ChangeQuery): ChangeQuery => rest;

/** The address of the changes without its language, its place included where there is one. */
export function addressOfChanges(
  query: ChangeQuery,
  cursor: Omit<Cursor, "direction"> | null = null,
): string {
  const place = cursor && { after: writeCursor({ direction: "after", ...cursor }) };
  const filters = writeChangeQuery(query, place ?? {});
  return filters === "" ? "/changes" : `/changes?${filters}`;
}
