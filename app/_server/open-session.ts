import { withinPatience } from "@/db/away";
import { sessionIsOpen } from "@/db/queries/session-is-open";
import { patience } from "@/db/replicas";
import { BoundedCache } from "@/domain/bounded-cache";
import { database } from "./database";
import { errorFacts, log } from "./log";
import { signedSession } from "./signed-session";

/** What the database said of a session, and when it was asked, in milliseconds. */
type Known = { readonly open: boolean; readonly asked: number };

/** In milliseconds. */
const betweenLooks = 60_000;
const most = 10_000;

/** Modules are loaded more than once in a Next process; what they share is here. */
const shared = globalThis as { verbatimSessions?: BoundedCache<Known> };
function sessions(): BoundedCache<Known> {
  shared.verbatimSessions ??= new BoundedCache(most);
  return shared.verbatimSessions;
}

/**
 * A name for the session whose cookie a request bears; null where it bears none, or one that has ended. No answer waits
 * for the database: it is asked beside, once a minute of each session, and a session counts until it says otherwise. So
 * one is counted by this, and let in by nothing.
 */
export function openSession(cookies: string | undefined, now = Date.now()): string | null {
  const token = signedSession(cookies);
  if (token === null) return null;
  const known = sessions().get(token);
  if (known?.open === false) return null; // what has ended does not begin again
  if (known === undefined || now - known.asked >= betweenLooks) void look(token, now);
  return `session ${token}`;
}

async function look(token: string, asked: number): Promise<void> {
  sessions().set(token, { open: true, asked });
  try {
    const { db } = await database();
    if (!(await withinPatience(sessionIsOpen(db, token), patience.primary)))
      sessions().set(token, { open: false, asked });
  } catch (error) {
    log("error", "whether a session is open was not answered", errorFacts(error)); // asked again in a minute
  }
}
