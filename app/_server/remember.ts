/** What was found, under what was asked: the oldest goes first. */
const found = new Map<string, { readonly at: number; readonly answer: Promise<unknown> }>();
const most = 200;
/** Names and kinds of metrics may change between two revisions; nobody sees an old one for longer. */
const lifetime = 60_000;

/**
 * Answers what was asked a moment ago without asking again. The key must hold the revision and everything else that the
 * answer depends on. What fails is not remembered.
 */
export function remembered<T>(key: string, ask: () => Promise<T>, now = Date.now()): Promise<T> {
  const known = found.get(key);
  if (known && now - known.at < lifetime) return known.answer as Promise<T>; // stored under the same key
  const answer = ask();
  found.delete(key);
  found.set(key, { at: now, answer });
  answer.catch(() => found.delete(key));
  const [oldest] = found.keys();
  if (found.size > most && oldest !== undefined) found.delete(oldest);
  return answer;
}
