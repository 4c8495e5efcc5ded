import { rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { controlSocket } from "./folder";
import { type FromServer, type FromUser, hear, type ServerState, say } from "./talk";

/** How long the server stays up after its last user has left: the next command often follows at once. */
const lingering = 3000;

/**
 * The control socket. Each process that uses the database holds one connection, which the kernel drops when the
 * process dies however it dies; so the open connections are the users, and nobody has to be trusted to say goodbye.
 */
export class Control {
  private users = new Set<Socket>();
  private line: Socket[] = [];
  private holder: Socket | null = null;
  private said: FromServer = { pid: process.pid };
  private lastGone: NodeJS.Timeout | undefined;
  private server = createServer((socket) => this.welcome(socket));

  constructor(
    private folder: string,
    private tasks: { ping: () => Promise<unknown>; leave: () => void },
  ) {}

  async listen(): Promise<void> {
    // We hold the lock, so a socket found here is of a dead server.
    rmSync(controlSocket(this.folder), { force: true });
    await new Promise<void>((resolve, reject) => {
      this.server.once("error", reject).listen(controlSocket(this.folder), resolve);
    });
  }

  tell(state: ServerState, more: FromServer = {}): void {
    this.spread({ state, ...more });
    this.watchForTheLast();
  }

  /** Takes no more users and hangs up on those there are. */
  close(): void {
    clearTimeout(this.lastGone);
    this.server.close();
    for (const user of this.users) user.destroySoon();
  }

  private welcome(socket: Socket): void {
    this.users.add(socket);
    clearTimeout(this.lastGone);
    say(socket, this.said);
    hear<FromUser>(socket, (words) => this.answer(socket, words));
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      this.users.delete(socket);
      this.line = this.line.filter((waiting) => waiting !== socket);
      this.release(socket);
      this.watchForTheLast();
    });
  }

  private answer(socket: Socket, words: FromUser): void {
    if (words.ask === "acquire") {
      this.line.push(socket);
      this.grantNext();
    } else if (words.ask === "release") this.release(socket);
    else void this.tasks.ping().then(() => say(socket, { pong: words.number }));
  }

  private release(socket: Socket): void {
    if (this.holder === socket) this.holder = null;
    this.grantNext();
  }

  private grantNext(): void {
    if (this.holder) return;
    this.holder = this.line.shift() ?? null;
    this.spread({ settingUp: this.holder !== null });
    if (this.holder) say(this.holder, { granted: true });
  }

  private spread(words: FromServer): void {
    this.said = { ...this.said, ...words };
    for (const user of this.users) say(user, words);
  }

  private watchForTheLast(): void {
    clearTimeout(this.lastGone);
    if (this.users.size > 0 || this.said.state !== "ready") return;
    this.lastGone = setTimeout(this.tasks.leave, lingering);
  }
}
