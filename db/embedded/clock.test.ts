import { EventEmitter } from "node:events";
import type { Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { dataFolder } from "../testing/data-folder";
import { openEmbedded } from "./ensure";
import { Session } from "./session";
import { Turns } from "./turns";

const day = 86_400_000;

afterEach(() => vi.restoreAllMocks());

/** A clock that somebody sets while we wait: each look at it is a day off the one before. */
function clockThatJumps(by: number): void {
  let now = Date.now();
  vi.spyOn(Date, "now").mockImplementation(() => {
    now += by;
    return now;
  });
}

describe.each([
  ["forward", day],
  ["back", -day],
])("a clock that jumps %s", (_, by) => {
  test("does not end the search for the database", async () => {
    const folder = await dataFolder();
    clockThatJumps(by);
    const server = await openEmbedded(folder);
    onTestFinished(() => server.close());
    expect(server.pid()).toBeGreaterThan(0);
  });

  test("does not end a connection that has just spoken, nor spare one that is silent", async () => {
    const socket = Object.assign(new EventEmitter(), { end: vi.fn(), destroySoon: vi.fn() });
    clockThatJumps(by);
    const session = new Session(socket as unknown as Socket, {} as PGlite, new Turns());
    session.endIfSilent(10_000);
    expect(socket.end).not.toHaveBeenCalled();
    await new Promise((resolve) => setTimeout(resolve, 30));
    session.endIfSilent(20);
    expect(socket.end).toHaveBeenCalledOnce();
  });
});
