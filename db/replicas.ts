import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { askedTogether } from "@/domain/asked-together";
import { isAway, withinPatience } from "./away";
import type { Database } from "./client";
import { currentMoment, type Moment } from "./queries/current-moment";
import * as schema from "./schema";

/**
 * What a reader is answered from, and where it stood when it was chosen: nothing newer than that revision is to be shown
 * of it.
 */
export type Choice = Moment & { readonly database: Database };

export type Replicas = {
  /**
   * A database for one answer to a reader: a replica in turn, or else the primary. Its collection is never older than
   * `least`, nor than any that was chosen before this was asked.
   * @throws {NoAnswer} or an error of the connection, where not even the primary answers
   */
  choose(least?: number): Promise<Choice>;
  /** How many replicas there are, and how many of them are asked at the moment. */
  count(): { readonly all: number; readonly asked: number };
  close(): Promise<void>;
};

/** In milliseconds. */
export const patience = { replica: 1000, primary: 10_000 } as const;
/** For so long, in milliseconds, a replica is not asked again. */
export const leftOut = { lagging: 2000, away: 5000 } as const;

type Options = {
  /** Told of each replica that is left out, by its place in the list, and why. */
  readonly report?: (replica: number, why: string) => void;
  readonly now?: () => number;
  /** How long the primary is waited for, in milliseconds. */
  readonly longest?: number;
};

/** Chooses among a primary and what follows it, the primary alone where nothing does. */
export function replicasOf(
  primary: Database,
  databases: readonly Database[],
  { report = () => {}, now = Date.now, longest = patience.primary }: Options = {},
): Replicas {
  /** The newest revision that anybody was shown. */
  let shown = 0;
  let turn = 0;
  const replicas = databases.map((database, index) => {
    const replica = { database, until: 0, answering: database, leave };
    function leave(error: unknown, milliseconds: number): void {
      if (replica.until <= now()) report(index + 1, error instanceof Error ? error.message : String(error));
      replica.until = now() + milliseconds;
    }
    const failed = (error: unknown) => isAway(error) && leave(error, leftOut.away);
    replica.answering = orElse(database, primary, failed);
    return replica;
  });

  async function fromReplica(least: number): Promise<Choice | null> {
    const floor = shown;
    const first = turn++;
    for (let place = 0; place < replicas.length; place++) {
      const replica = replicas[(first + place) % replicas.length]!; // within
      if (replica.until > now()) continue;
      try {
        const moment = await withinPatience(currentMoment(replica.database.db), patience.replica);
        const { revision } = moment;
        if (revision >= Math.max(floor, least)) return { database: replica.answering, ...moment };
        // What an address asks for may be ahead of them all: that is no fault of a replica.
        if (revision < floor) replica.leave(`at ${revision}, behind ${floor}`, leftOut.lagging);
      } catch (error) {
        replica.leave(error, leftOut.away);
      }
    }
    return null;
  }

  async function fromPrimary(): Promise<Choice> {
    const floor = shown;
    const moment = await withinPatience(currentMoment(primary.db), longest);
    // The primary's word is the last: where it was restored from an older copy, what was shown is no more.
    if (moment.revision < floor) shown = moment.revision;
    return { database: primary, ...moment };
  }

  async function chooseOne(least: number): Promise<Choice> {
    const choice = (await fromReplica(least)) ?? (await fromPrimary());
    shown = Math.max(shown, choice.revision);
    return choice;
  }
  const chooseForAll = askedTogether(() => chooseOne(0));

  return {
    // Many ask at once, and most for no more than what was shown already: one look serves them all.
    choose: async (least = 0) =>
      least > shown ? chooseOne(least) : withinPatience(chooseForAll(), longest + patience.replica),
    count: () => ({ all: replicas.length, asked: replicas.filter(({ until }) => until <= now()).length }),
    close: async () => void (await Promise.all(databases.map((database) => database.close()))),
  };
}

/**
 * A replica for one answer. A question that it does not answer, since it was stopped, was cut off, or had to choose
 * between the question and its primary's news, is asked of the primary: that has every revision the replica has. What
 * streams on a connection of its own is begun there and ends there.
 */
function orElse(replica: Database, primary: Database, failed: (error: unknown) => void): Database {
  const sql = new Proxy(replica.sql, {
    get: (target, name) =>
      name === "unsafe" ? unsafeOrElse(target, primary.sql, failed) : Reflect.get(target, name),
  });
  return { ...replica, db: drizzle(sql, { schema, casing: "snake_case" }), withSetupLock: refuse, close };
}

const refuse = () => Promise.reject(new Error("A replica is not set up; its primary is."));
const close = () => Promise.reject(new Error("A replica is closed with the others."));

/** As drizzle asks: once, for rows or for values, which it says before it waits. */
function unsafeOrElse(replica: postgres.Sql, primary: postgres.Sql, failed: (error: unknown) => void) {
  return (...question: Parameters<postgres.Sql["unsafe"]>) => {
    let asValues = false;
    const ask = (sql: postgres.Sql) => {
      const asked = sql.unsafe(...question);
      return asValues ? asked.values() : asked;
    };
    const answer = Promise.resolve().then(async () => {
      try {
        return await ask(replica);
      } catch (error) {
        failed(error);
        return await ask(primary); // a question that is wrong is wrong there, too
      }
    });
    const values = () => {
      asValues = true;
      return answer;
    };
    return Object.assign(answer, { values });
  };
}
