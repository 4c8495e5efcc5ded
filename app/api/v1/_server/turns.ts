/**
 * Who may go: so many at once, the others in line. Each client has a line of its own, the first come first, and they
 * are served in turn: whoever asks for much waits for himself alone, and others for one of his.
 */
export type Turns = {
  /** Waits for a turn; null where the line is too long, or where `signal` says that nobody waits any more. */
  take(client: string, signal: AbortSignal): Promise<Release | null>;
  count(): Taken;
};

/** How many have a turn, how many wait for one, and how many turns there are. */
export type Taken = { readonly running: number; readonly waiting: number; readonly most: number };

/** Gives back the turn. Calling it twice is calling it once. */
export type Release = () => void;

type Limits = {
  readonly most: number;
  /** Of all who wait. */
  readonly longestLine: number;
  /** Of one client; that of all unless said otherwise. */
  readonly longestOwn?: number;
  /** In milliseconds. */
  readonly longestWait: number;
};

export function turnsOf({ most, longestLine, longestOwn = longestLine, longestWait }: Limits): Turns {
  let running = 0;
  let waiting = 0;
  /** Those of one client together; the client whose turn is next stands first. */
  const lines = new Map<string, Set<() => void>>();

  function begin(): Release {
    running++;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      running--;
      callNext();
    };
  }

  function callNext(): void {
    const [next] = lines;
    if (next === undefined) return;
    const [client, line] = next;
    lines.delete(client);
    lines.set(client, line); // behind the others
    const [first] = line;
    first!(); // a line that is empty is none
  }

  function lineOf(client: string): Set<() => void> {
    const line = lines.get(client) ?? new Set();
    lines.set(client, line);
    return line;
  }

  function wait(client: string, signal: AbortSignal): Promise<Release | null> {
    return new Promise((resolve) => {
      const line = lineOf(client);
      const leave = (release: Release | null) => {
        clearTimeout(patience);
        signal.removeEventListener("abort", gone);
        line.delete(go);
        waiting--;
        if (line.size === 0) lines.delete(client);
        resolve(release);
      };
      const go = () => leave(begin()); // at once: nobody who comes now goes first
      const gone = () => leave(null);
      const patience = setTimeout(gone, longestWait);
      signal.addEventListener("abort", gone);
      line.add(go);
      waiting++;
    });
  }

  const isFull = (client: string) => waiting >= longestLine || (lines.get(client)?.size ?? 0) >= longestOwn;

  return {
    async take(client, signal) {
      if (signal.aborted) return null;
      if (running < most) return begin();
      return isFull(client) ? null : wait(client, signal);
    },
    count: () => ({ running, waiting, most }),
  };
}

/** Modules are loaded more than once in a Next process; there is one line for all of them. */
const shared = globalThis as { verbatimDownloads?: Turns; verbatimDrawings?: Turns };

/** Of downloads: each holds a connection and a core of the database, and pages need some too. */
function downloads(): Turns {
  shared.verbatimDownloads ??= turnsOf({ most: 4, longestLine: 400, longestWait: 120_000 });
  return shared.verbatimDownloads;
}

/** A turn to write what is downloaded. */
export const takeTurn = (client: string, signal: AbortSignal): Promise<Release | null> =>
  downloads().take(client, signal);

/**
 * Of what is made for whoever asked first: two keep the processor busy while one of them waits for the database, and what
 * is in memory is handed out between two steps of theirs.
 */
function drawings(): Turns {
  shared.verbatimDrawings ??= turnsOf({ most: 2, longestLine: 200, longestOwn: 50, longestWait: 30_000 });
  return shared.verbatimDrawings;
}

/** A turn to make an answer that is not in memory. */
export const takeDrawingTurn = (client: string, signal: AbortSignal): Promise<Release | null> =>
  drawings().take(client, signal);

/** Downloads under way, and in line. */
export const downloadsNow = (): Taken => downloads().count();

/** Answers being made, and in line. */
export const drawingsNow = (): Taken => drawings().count();
