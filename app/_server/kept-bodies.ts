import type { Reader } from "@/db/client";
import { currentState } from "@/db/queries/current-state";
import { BoundedCache } from "@/domain/bounded-cache";

/** What is answered to a program: its bytes, and what is said of them alone. */
export type Body = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** All that is kept together, in bytes. */
const most = 32 * 1024 * 1024;
/** What is larger than this would push out too much of the rest. */
const largest = most / 8;
/** What an entry weighs beside its bytes, roughly: its key, and where it stands. */
const entry = 500;

/** Modules are loaded more than once in a Next process; they share one shelf. */
const shared = globalThis as {
  verbatimBodies?: {
    shelf: BoundedCache<{ body: Body | null }>;
    underWay: Map<string, Promise<Body | null>>;
  };
};
function bodies() {
  shared.verbatimBodies ??= { shelf: new BoundedCache(most), underWay: new Map() };
  return shared.verbatimBodies;
}

/** How many bytes are kept, and how many may be. */
export const bodiesNow = () => ({ weight: bodies().shelf.weight, most });

/** What a kept answer is made from: a database, and the state of the whole of it that was read from it before. */
export type Stood = { readonly db: Reader; readonly state: number };

/**
 * An answer that is made once however many ask for it, until anything is written: it is kept under the state of the whole
 * database, so there is nothing to invalidate, and no process need know of another. Null where there is nothing to answer.
 * @param what names all else that the answer depends on
 */
export async function keptBody(
  { db, state }: Stood,
  what: string,
  make: () => Promise<Body | null>,
): Promise<Body | null> {
  const { shelf, underWay } = bodies();
  const key = `${state} ${what}`;
  const known = shelf.get(key);
  if (known !== undefined) return known.body;
  const waitedFor = underWay.get(key);
  if (waitedFor !== undefined) return waitedFor;
  const making = make();
  underWay.set(key, making);
  try {
    const body = await making;
    const weight = (body?.bytes.byteLength ?? 0) + entry;
    // What was written meanwhile may stand in one half of the answer and not in the other.
    if (weight <= largest && (await currentState(db)) === state) shelf.set(key, { body }, weight);
    return body;
  } finally {
    underWay.delete(key);
  }
}

const encoder = new TextEncoder();

/** A text as a body. */
export const textBody = (text: string, headers?: Body["headers"]): Body => ({
  bytes: encoder.encode(text),
  headers,
});
