import type { Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";
import { Frames } from "./frames";
import * as messages from "./messages";
import type { Turns } from "./turns";

let connections = 0;

/**
 * One connection to the embedded database.
 *
 * pglite-socket 0.2.17 hands the engine single messages, first come first served. Two connections that both
 * describe an unnamed statement, as drizzle always does, then run each other's: 1,198 of 2,400 queries in a
 * measurement. Here a connection keeps its turn from its first message until the engine says "ready, idle", and
 * its unnamed statement has a name of its own, so that it may wait for the description of a statement without
 * keeping the turn meanwhile: a busy site that is slow to go on would stop all others.
 */
export class Session {
  private frames = new Frames();
  private statements = new Set<string>();
  private working = false;
  private gone = false;
  /** The engine's last word on our transaction; "" while it expects more of us. */
  private status: string = messages.idle;
  /** True from an idle engine on, for as long as statements are only made and described. */
  private preparing = true;
  private lastSpoke = performance.now();
  private readonly unnamed = `unnamed of ${++connections}`;

  constructor(
    private socket: Socket,
    private pglite: PGlite,
    private turns: Turns<unknown>,
  ) {
    socket.on("data", (bytes: Buffer) => {
      this.frames.add(bytes);
      if (!this.working) void this.work();
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      this.gone = true;
      if (!this.working) void this.leave();
    });
  }

  /** Ends the connection if it has been silent so long; for one whose open transaction keeps others waiting. */
  endIfSilent(milliseconds: number): void {
    if (this.working || performance.now() - this.lastSpoke < milliseconds) return;
    this.socket.end(messages.fatal("25P03", "the transaction was left idle while others were waiting"));
    this.socket.destroySoon();
  }

  private async work(): Promise<void> {
    this.working = true;
    try {
      for (let frame = this.frames.next(); frame && !this.gone; frame = this.frames.next()) {
        if (frame.kind === "encryption") this.socket.write("N");
        else if (frame.kind === "cancel" || messages.isGoodbye(frame.bytes)) this.socket.end();
        else await this.speak(frame.bytes);
      }
    } catch (error) {
      console.error("A connection was ended:", error);
      this.socket.destroy();
    }
    this.working = false;
    if (this.gone) await this.leave();
  }

  private async speak(message: Buffer): Promise<void> {
    await this.turns.take(this);
    if (this.gone) return;
    const answer = await this.answerTo(messages.withoutCopyIn(message));
    this.socket.cork();
    for (const chunk of answer) this.socket.write(chunk);
    this.socket.uncork();
    this.lastSpoke = performance.now();
    if (this.status !== "") this.preparing = this.status === messages.idle;
    if (this.status === messages.idle) this.turns.give(this);
  }

  private async answerTo(message: Buffer): Promise<Buffer[]> {
    this.preparing &&= messages.prepares(message);
    if (this.preparing && messages.isFlush(message))
      return messages.withoutReady(await this.run(messages.sync));
    const named = messages.withStatementName(message, this.unnamed);
    if (messages.preparedName(named) === this.unnamed && this.statements.has(this.unnamed)) {
      await this.run(messages.closeStatement(this.unnamed)); // one is made in place of the other
    }
    return this.run(named);
  }

  private async run(message: Buffer): Promise<Buffer[]> {
    const name = messages.preparedName(message);
    if (name) this.statements.add(name);
    const answer: Buffer[] = [];
    await this.pglite.execProtocolRawStream(new Uint8Array(message), {
      syncToFs: false,
      // What is handed over is a view of the engine's memory, which it will write over.
      onRawData: (bytes) => answer.push(Buffer.from(bytes)),
    });
    this.status = messages.readyStatus(message, answer) ?? "";
    return answer;
  }

  /** Leaves the engine as the next in line expects it: no open transaction and none of our statements. */
  private async leave(): Promise<void> {
    await this.turns.take(this);
    try {
      if (this.pglite.closed) return; // whoever closed it hung up on us before
      for (const name of this.statements) await this.run(messages.closeStatement(name));
      await this.run(messages.sync);
      if (this.status !== messages.idle) await this.run(messages.query("rollback"));
    } finally {
      this.turns.give(this);
    }
  }
}
