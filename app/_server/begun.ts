/**
 * A look that is begun now and awaited further down the page, so that the database is at work while the rest is drawn.
 * Should the page fail before it awaits it, that failure is told and this one is not: unheard, it would end the process.
 */
export function begun<T>(looking: Promise<T>): Promise<T> {
  looking.catch(() => {});
  return looking;
}
