import { createHmac } from "node:crypto";
import { eq, lt, sql } from "drizzle-orm";
import type { Db } from "../client";
import { throttles } from "../schema/accounts";

/** A door, and how many knocks in vain it takes before it makes one wait. */
export type Door = { readonly key: string; readonly free: number };

/** The longest anyone ever waits, in seconds: guessing gets slow, and nobody is locked out for good. */
export const longestWait = 15 * 60;
const firstWait = 5;

/** Whose knocks are counted together. Names are kept as a keyed hash: the table tells nobody who tried. */
export function doors(secret: string) {
  const key = (kind: string, name: string) =>
    `${kind}:${createHmac("sha256", secret).update(`${kind}\n${name}`).digest("base64url")}`;
  return {
    /** A whole office may share one address. */
    client: (address: string): Door => ({ key: key("client", address), free: 20 }),
    account: (email: string): Door => ({ key: key("account", email), free: 5 }),
    /** Readers of one network who write to the editors. */
    objector: (address: string): Door => ({ key: key("objector", address), free: 8 }),
    /** A browser that has signed in to this account before is counted apart: strangers cannot make it wait. */
    device: (device: string): Door => ({ key: key("device", device), free: 10 }),
    /** What a script of somebody's token hands in. */
    deliveries: (tokenId: number, perMinute: number): Budget => ({
      key: key("deliveries", `${tokenId}`),
      perMinute,
    }),
    /** Six digits of an account's phone: whoever saw them typed must not use them again. */
    code: (email: string, code: string): string => key("code", `${email}\n${code}`),
  };
}

/**
 * Knocks at every door, in this order, and stops at the first that is shut. A knock counts as one in vain until it is
 * forgiven, so that many at once are not all let in. Knocks at a shut door count nothing: they prolong no wait.
 *
 * @returns seconds to wait, 0 when all are open
 */
export async function knock(db: Db, tried: readonly Door[]): Promise<number> {
  await db.delete(throttles).where(lt(throttles.lastAttemptAt, sql`now() - interval '1 day'`));
  for (const door of tried) {
    const wait = await knockAt(db, door);
    if (wait > 0) return wait;
  }
  return 0;
}

async function knockAt(db: Db, { key, free }: Door): Promise<number> {
  const attempts = sql`(${throttles.attempts} + 1)`;
  const entered = await db
    .insert(throttles)
    .values({ key, attempts: 1, lastAttemptAt: sql`now()`, blockedUntil: sql`now()` })
    .onConflictDoUpdate({
      target: throttles.key,
      set: {
        attempts: sql`least(${attempts}, 1000)`,
        lastAttemptAt: sql`now()`,
        blockedUntil: sql`now() + ${waitAfter(attempts, free)} * interval '1 second'`,
      },
      setWhere: sql`${throttles.blockedUntil} <= now()`,
    })
    .returning({ key: throttles.key });
  if (entered.length > 0) return 0;
  const [shut] = await db
    .select({ seconds: sql<string>`ceil(extract(epoch from ${throttles.blockedUntil} - now()))` })
    .from(throttles)
    .where(eq(throttles.key, key));
  return Math.max(1, Number(shut?.seconds ?? 1));
}

/** What may be done so many times a minute, all at once if one likes; it grows back all the time. */
export type Budget = { readonly key: string; readonly perMinute: number };

/**
 * Takes one from a budget, for every process that asks the same database. What was taken too much is paid off at a
 * steady pace; `blockedUntil` is when all will be: one moment, so that one statement both asks and takes.
 *
 * @returns seconds to wait, 0 where it was taken
 */
export async function spend(db: Db, { key, perMinute }: Budget): Promise<number> {
  const each = 60 / perMinute;
  const paidOff = sql`greatest(${throttles.blockedUntil}, now()) + ${each} * interval '1 second'`;
  const taken = await db
    .insert(throttles)
    .values({
      key,
      attempts: 1,
      lastAttemptAt: sql`now()`,
      blockedUntil: sql`now() + ${each} * interval '1 second'`,
    })
    .onConflictDoUpdate({
      target: throttles.key,
      set: { attempts: 1, lastAttemptAt: sql`now()`, blockedUntil: paidOff },
      setWhere: sql`${paidOff} <= now() + interval '1 minute'`,
    })
    .returning({ key: throttles.key });
  if (taken.length > 0) return 0;
  const [left] = await db
    .select({ seconds: sql<string>`ceil(extract(epoch from ${paidOff} - now() - interval '1 minute'))` })
    .from(throttles)
    .where(eq(throttles.key, key));
  return Math.max(1, Number(left?.seconds ?? 1));
}

/** Uses a word up, for so many seconds: whether it was unused till now. Of many who come at once one is told so. */
export async function takeOnce(db: Db, key: string, seconds: number): Promise<boolean> {
  const until = sql`now() + ${seconds} * interval '1 second'`;
  const used = await db
    .insert(throttles)
    .values({ key, attempts: 1, lastAttemptAt: sql`now()`, blockedUntil: until })
    .onConflictDoUpdate({
      target: throttles.key,
      set: { lastAttemptAt: sql`now()`, blockedUntil: until },
      setWhere: sql`${throttles.blockedUntil} <= now()`,
    })
    .returning({ key: throttles.key });
  return used.length > 0;
}

/** Nothing after the free knocks, then five seconds, doubled each time. */
const waitAfter = (attempts: ReturnType<typeof sql>, free: number) =>
  sql`case when ${attempts} <= ${free} then 0
      else least(${longestWait}, ${firstWait} * 2 ^ least(${attempts} - ${free} - 1, 12)) end`;

/** Forgets the knocks at an account's own door, and takes back the one just made at a shared one. */
export async function forgive(db: Db, own: readonly Door[], shared: readonly Door[]): Promise<void> {
  for (const { key } of own) await db.delete(throttles).where(eq(throttles.key, key));
  for (const { key } of shared) {
    await db
      .update(throttles)
      .set({ attempts: sql`greatest(${throttles.attempts} - 1, 0)`, blockedUntil: sql`now()` })
      .where(eq(throttles.key, key));
  }
}
