import type { Reader } from "@/db/client";
import { currentState, metricState } from "@/db/queries/current-state";
import { type FigureQuery, writeFigureQuery } from "@/domain/figure-query";

/**
 * What the figures a query finds at a revision depend on, to remember under it what is made of them: any write that may
 * change it gives it a new name, so that nothing old is ever found again. Of one metric it outlives what is published
 * of others.
 */
export async function figuresState(db: Reader, query: FigureQuery, revision: number): Promise<string> {
  return namedBy(
    query.metric === undefined
      ? `${await currentState(db)} ${revision}`
      : await metricState(db, query.metric, revision),
    query,
  );
}

/** The same where the state of the database is known. */
export const namedBy = (state: string, { as_of: _revision, ...query }: FigureQuery): string =>
  `${state} ${writeFigureQuery(query)}`;
