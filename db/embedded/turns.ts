type Waiting<Who> = { who: Who; go: () => void };

/**
 * Whose turn it is to speak to the engine. PGlite is a single session: a connection keeps its turn from its first
 * message until the engine says it is idle and outside any transaction, and the others wait in line.
 */
export class Turns<Who> {
  private speaker: Who | null = null;
  private line: Waiting<Who>[] = [];

  /** Resolves when it is `who`'s turn; at once when it already is. */
  take(who: Who): Promise<void> {
    if (this.speaker === who) return Promise.resolve();
    if (this.speaker === null) {
      this.speaker = who;
      return Promise.resolve();
    }
    return new Promise((go) => this.line.push({ who, go }));
  }

  /** Ends `who`'s turn and begins that of the first in line. */
  give(who: Who): void {
    if (this.speaker !== who) return;
    const first = this.line.shift();
    this.speaker = first?.who ?? null;
    first?.go();
  }

  get current(): Who | null {
    return this.speaker;
  }

  get waiting(): number {
    return this.line.length;
  }
}
