/**
 * Asks once for all who come while a question is under way: they wait for the next one, which begins when that has ended
 * and so after all of them came. Nobody is told what was true before their own question.
 */
export function askedTogether<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  let next: Promise<T> | null = null;
  function begin(): Promise<T> {
    const asked = ask();
    running = asked;
    const end = () => {
      if (running === asked) running = null;
    };
    asked.then(end, end);
    return asked;
  }
  function beginNext(): Promise<T> {
    next = null;
    return begin();
  }
  return () => {
    if (running === null) return begin();
    next ??= running.then(beginNext, beginNext);
    return next;
  };
}
