import { expect, test } from "vitest";
import { type Frame, Frames } from "./frames";
import { preparedName, query, readyStatus, sync, withoutCopyIn } from "./messages";

const startup = Buffer.from([0, 0, 0, 9, 0, 3, 0, 0, 0]);
const encryption = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

function all(frames: Frames): Frame[] {
  const found: Frame[] = [];
  for (let frame = frames.next(); frame; frame = frames.next()) found.push(frame);
  return found;
}

test("messages are the same however they were cut on the way", () => {
  const sent = Buffer.concat([encryption, startup, query("select 1"), sync, query("x".repeat(1000))]);
  const whole = new Frames();
  whole.add(sent);
  const expected = all(whole);
  expect(expected.map(({ kind }) => kind)).toEqual([
    "encryption",
    "startup",
    "message",
    "message",
    "message",
  ]);
  for (const size of [1, 2, 3, 7, 64, 999]) {
    const frames = new Frames();
    const found: Frame[] = [];
    for (let at = 0; at < sent.length; at += size) {
      frames.add(sent.subarray(at, at + size));
      found.push(...all(frames));
    }
    expect(found).toEqual(expected);
  }
});

test("an impossible length is an error, not a wait for ever", () => {
  const frames = new Frames();
  frames.add(startup);
  frames.next();
  frames.add(Buffer.from([81, 0, 0, 0, 1, 0]));
  expect(() => frames.next()).toThrow();
});

test("the end of an answer is found, also cut in two", () => {
  const ready = Buffer.from([90, 0, 0, 0, 5, 84]);
  expect(readyStatus(sync, [Buffer.from("rows"), ready])).toBe("T");
  expect(readyStatus(sync, [ready.subarray(0, 2), ready.subarray(2)])).toBe("T");
  expect(readyStatus(sync, [])).toBeNull();
  expect(readyStatus(Buffer.from("E"), [ready])).toBeNull();
});

test("only a COPY FROM STDIN is replaced", () => {
  for (const sql of [
    "copy t from stdin",
    " COPY t (a, b)\nFROM STDIN with csv",
    "begin; copy t from stdin",
  ]) {
    expect(withoutCopyIn(query(sql)).toString()).toContain("cannot COPY FROM STDIN");
  }
  for (const sql of ["copy t to stdout", "select 'copy t from stdin'", "select 1"]) {
    expect(withoutCopyIn(query(sql))).toEqual(query(sql));
  }
});

test("a statement's name is read where it has one", () => {
  expect(preparedName(Buffer.from("P\0\0\0\x10name\0select\0"))).toBe("name");
  expect(preparedName(Buffer.from("P\0\0\0\x10\0select\0"))).toBeNull();
  expect(preparedName(query("select"))).toBeNull();
});
