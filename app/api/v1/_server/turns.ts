/** So many downloads at once: each holds a connection, and pages need some too. */
const most = 4;
const longestLine = 400;
const longestWait = 120_000;

let running = 0;
const line: (() => void)[] = [];

/** Gives back the turn. Calling it twice is calling it once. */
export type Release = () => void;

/** Waits for a turn to download; null where the line is too long or does not move. */
export async function takeTurn(signal: AbortSignal): Promise<Release | null> {
  if (running >= most && !(await inLine(signal))) return null;
  running++;
  let given = false;
  return () => {
    if (given) return;
    given = true;
    running--;
    line.shift()?.();
  };
}

function inLine(signal: AbortSignal): Promise<boolean> {
  if (line.length >= longestLine || signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const end = (mine: boolean) => {
      clearTimeout(patience);
      signal.removeEventListener("abort", leave);
      const at = line.indexOf(go);
      if (at >= 0) line.splice(at, 1);
      resolve(mine);
    };
    const go = () => end(true);
    const leave = () => end(false);
    const patience = setTimeout(leave, longestWait);
    signal.addEventListener("abort", leave);
    line.push(go);
  });
}
