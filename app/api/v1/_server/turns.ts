/** Who may go: so many at once, the others in line, the first come first. */
export type Turns = {
  /** Waits for a turn; null where the line is too long, or where `signal` says that nobody waits any more. */
  take(signal: AbortSignal): Promise<Release | null>;
  count(): Taken;
};

/** How many have a turn, how many wait for one, and how many turns there are. */
export type Taken = { readonly running: number; readonly waiting: number; readonly most: number };

/** Gives back the turn. Calling it twice is calling it once. */
export type Release = () => void;

type Limits = { readonly most: number; readonly longestLine: number; readonly longestWait: number };

export function turnsOf({ most, longestLine, longestWait }: Limits): Turns {
  let running = 0;
  const line = new Set<() => void>();

  function begin(): Release {
    running++;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      running--;
      const [first] = line;
      first?.();
    };
  }

  function wait(signal: AbortSignal): Promise<Release | null> {
    return new Promise((resolve) => {
      const leave = (release: Release | null) => {
        clearTimeout(patience);
        signal.removeEventListener("abort", gone);
        line.delete(go);
        resolve(release);
      };
      const go = () => leave(begin()); // at once: nobody who comes now goes first
      const gone = () => leave(null);
      const patience = setTimeout(gone, longestWait);
      signal.addEventListener("abort", gone);
      line.add(go);
    });
  }

  return {
    async take(signal) {
      if (signal.aborted) return null;
      if (running < most) return begin();
      return line.size < longestLine ? wait(signal) : null;
    },
    count: () => ({ running, waiting: line.size, most }),
  };
}

/** Modules are loaded more than once in a Next process; there is one line for all of them. */
const shared = globalThis as { verbatimDownloads?: Turns };

/** Of downloads: each holds a connection and a core of the database, and pages need some too. */
function downloads(): Turns {
  shared.verbatimDownloads ??= turnsOf({ most: 4, longestLine: 400, longestWait: 120_000 });
  return shared.verbatimDownloads;
}

export const takeTurn = (signal: AbortSignal): Promise<Release | null> => downloads().take(signal);

/** Downloads under way, and in line. */
export const downloadsNow = (): Taken => downloads().count();
