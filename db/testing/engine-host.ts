import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { hear, say } from "../embedded/talk";
import { environmentForChildren, projectRoot } from "../env";
import { programArguments } from "./programs";

/** What a host is asked on its socket: to serve the database of a data folder, or to leave it. */
export type ToHost = { readonly serve?: string; readonly leave?: string };
export type FromHost = { readonly done: boolean; readonly why?: string };

/** A process that serves embedded databases (./engine-host-program.ts). */
export type EngineHost = { readonly socket: string; stop(): Promise<void> };

/** Starts one, which ends with us however we end. */
export async function startEngineHost(socket: string): Promise<EngineHost> {
  const child = spawn(process.execPath, [...programArguments("db/testing/engine-host-program.ts"), socket], {
    cwd: projectRoot,
    env: environmentForChildren(),
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const listens = await Promise.race([once(child.stdout, "data"), ended.then(() => null)]);
  if (listens === null) throw new Error("The process that serves embedded databases ended by itself.");
  return {
    socket,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

/** Asks a host for something and waits until it is done. */
export function askHost(host: string, wish: ToHost): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(host);
    hear<FromHost>(socket, ({ done, why }) => {
      socket.end();
      if (done) resolve();
      else reject(new Error(why));
    });
    socket.once("error", reject).once("close", () => reject(new Error(`${host} hung up`)));
    say(socket, wish);
  });
}
