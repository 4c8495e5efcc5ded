/** Milliseconds of work after which others get a turn. */
const turn = 40;

/**
 * Lets whoever else waits on this thread have a turn, now and then: reading a large table takes seconds, and a server
 * must answer meanwhile. Call it often; most calls cost nothing.
 */
export function breather(): () => Promise<void> | void {
  let since = performance.now();
  return () => {
    if (performance.now() - since < turn) return;
    return new Promise((resolve) => {
      setTimeout(() => {
        since = performance.now();
        resolve();
      }, 0);
    });
  };
}
