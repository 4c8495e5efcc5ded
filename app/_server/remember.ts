import { BoundedCache } from "@/domain/bounded-cache";

/** What was found, under what was asked. */
const found = new BoundedCache<Promise<unknown>>(200);

/**
 * Answers what was asked a moment ago without asking again. The key must hold the state of the database (`figuresState`)
 * and everything else that the answer depends on, so that nothing old is ever found. What fails is not remembered.
 */
export function remembered<T>(key: string, ask: () => Promise<T>): Promise<T> {
  const known = found.get(key);
  if (known !== undefined) return known as Promise<T>; // stored under the same key
  const answer = ask();
  found.set(key, answer);
  answer.catch(() => found.delete(key));
  return answer;
}
