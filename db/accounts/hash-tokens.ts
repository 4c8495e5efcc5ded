import { createHash } from "node:crypto";
import type { DBAdapter, DBTransactionAdapter, Where } from "better-auth";

/** What is kept of a token that opens a door. */
export const sha256 = (token: string): string => createHash("sha256").update(token, "utf8").digest("hex");

/**
 * An adapter that keeps session tokens hashed: better-auth speaks of the tokens themselves, the table holds their
 * sha256, so that a copy of the database signs nobody in.
 */
export function hashTokens(adapter: DBAdapter): DBAdapter {
  return {
    ...hashTokensIn(adapter),
    transaction: (work) => adapter.transaction((inner) => work(hashTokensIn(inner))),
  } as DBAdapter;
}

type Row = Record<string, unknown>;

function hashTokensIn<A extends DBTransactionAdapter>(adapter: A): A {
  const where = (model: string, clauses: Where[] = []) =>
    model === "session" ? clauses.map(hashedClause) : clauses;
  /** Gives a row back the token it was asked for by. */
  const answered = <T>(row: T, clauses: Where[] | undefined, model: string): T => {
    const tokens = model === "session" ? tokensIn(clauses) : [];
    const token = row && tokens.find((one) => sha256(one) === (row as Row).token);
    return token ? { ...row, token } : row;
  };
  return {
    ...adapter,
    async create(query) {
      const data = query.data as Row;
      if (query.model !== "session") return adapter.create(query);
      const token = String(data.token);
      const row = await adapter.create({ ...query, data: { ...query.data, token: sha256(token) } });
      return { ...row, token };
    },
    async findOne(query) {
      const row = await adapter.findOne<Row>({ ...query, where: where(query.model, query.where) });
      return answered(row, query.where, query.model);
    },
    async findMany(query) {
      const rows = await adapter.findMany<Row>({ ...query, where: where(query.model, query.where) });
      return rows.map((row) => answered(row, query.where, query.model));
    },
    async update(query) {
      const row = await adapter.update<Row>({ ...query, where: where(query.model, query.where) });
      return answered(row, query.where, query.model);
    },
    count: (query) => adapter.count({ ...query, where: where(query.model, query.where) }),
    updateMany: (query) => adapter.updateMany({ ...query, where: where(query.model, query.where) }),
    delete: (query) => adapter.delete({ ...query, where: where(query.model, query.where) }),
    deleteMany: (query) => adapter.deleteMany({ ...query, where: where(query.model, query.where) }),
  } as A;
}

const tokensIn = (clauses: Where[] = []): string[] =>
  clauses.filter(({ field }) => field === "token").flatMap(({ value }) => value as string | string[]);

function hashedClause(clause: Where): Where {
  if (clause.field !== "token") return clause;
  const { value } = clause;
  return {
    ...clause,
    value: Array.isArray(value) ? value.map((one) => sha256(`${one}`)) : sha256(`${value}`),
  };
}
