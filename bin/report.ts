const began = performance.now();

/** Tells the person at the terminal what is going on, with the seconds since the command began. */
export function report(line: string): void {
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
  process.stderr.write(`${seconds} s  ${line}\n`);
}

/** Ends the command with its reason and nothing else: a stack is for programmers. */
export function fail(error: unknown): never {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
