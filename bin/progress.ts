/** Where progress is written: standard error, or what stands in for it. */
export type ProgressOut = {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
};

export type Progress = {
  /** How much is done by now. */
  at(done: number, total: number): void;
  /** Leaves the line: what is written next stands below it. */
  end(): void;
};

const barWidth = 24;
/** Milliseconds between two drawings of the bar. */
const pace = 100;

/** A bar that is drawn over itself on a terminal; elsewhere one plain line a tenth, for logs. */
export function showProgress(out: ProgressOut, what: string, now: () => number = Date.now): Progress {
  return out.isTTY ? bar(out, what, now) : lines(out, what);
}

function bar(out: ProgressOut, what: string, now: () => number): Progress {
  const began = now();
  let drawn = Number.NEGATIVE_INFINITY;
  let shown = "";
  return {
    at(done, total) {
      if (now() - drawn < pace && done < total) return;
      drawn = now();
      const share = total === 0 ? 1 : Math.min(done / total, 1);
      const full = Math.round(share * barWidth);
      const left =
        share > 0.02 && share < 1 ? `, ${seconds(((drawn - began) / share) * (1 - share))} left` : "";
      const text = `${"█".repeat(full)}${"░".repeat(barWidth - full)} ${what} ${done} of ${total}${left}`;
      const line = [...text].slice(0, (out.columns ?? 80) - 1).join("");
      out.write(`\r${line}${" ".repeat(Math.max(0, [...shown].length - [...line].length))}`);
      shown = line;
    },
    end() {
      if (shown !== "") out.write("\n");
      shown = "";
    },
  };
}

function lines(out: ProgressOut, what: string): Progress {
  let told = -1;
  return {
    at(done, total) {
      const tenth = total === 0 ? 10 : Math.floor((done * 10) / total);
      if (tenth <= told) return;
      told = tenth;
      out.write(`${what} ${done} of ${total}\n`);
    },
    end() {},
  };
}

const seconds = (ms: number): string => `${Math.ceil(ms / 1000)} s`;
