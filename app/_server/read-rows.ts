import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { Stopped } from "@/domain/import/failure";
import type { RowReading } from "@/domain/import/row";
import type { RowsAnswer, RowsAsked, RowsLine, TableLook } from "@/domain/import/rows-apart";
import type { ReadingProblem } from "@/domain/import/table-refusal";
import { ok, type Result, refused } from "@/domain/result";
import { log } from "./log";
import { startApart } from "./run-apart";

/** Memory in megabytes, and the time in milliseconds that a table may be waited for. */
const allowance = { memory: 1024, time: 120_000 };

type Asked<Task extends RowsAsked["task"]> = Omit<Extract<RowsAsked, { task: Task }>, "task">;

/** A table whose rows are read while they are asked for. */
export type RowsApart = {
  /** Rows there are to read. */
  readonly total: number;
  /** The names of the columns, as the version of the dataset keeps them. */
  readonly header: string;
  /** Ends in a `Broken` where reading was cut short: what was had before is not the whole. */
  readonly readings: AsyncIterable<RowReading>;
};

/** Reading ended before the end of the table. */
export class Broken extends Stopped {
  constructor(readonly problem: ReadingProblem) {
    super(`a table could not be read: ${problem.kind}`, { kind: "unreadable", problem });
  }
}

/**
 * Looks at a table in a process of its own: its first rows, how it was read, what its columns hold, and how it may be
 * mapped. Ended with its request.
 */
export async function lookAtTableApart(
  bytes: Uint8Array,
  asked: Asked<"look">,
  signal?: AbortSignal,
): Promise<Result<TableLook, ReadingProblem>> {
  const begun = await begin(bytes, { ...asked, task: "look" }, signal);
  if (!begun.ok) return begun;
  begun.value.end();
  return "look" in begun.value.answer ? ok(begun.value.answer.look) : refused(failed);
}

/** Rows pasted from a sheet as the CSV file that is kept of them. */
export async function csvOfPasteApart(
  text: string,
  fileName: string,
): Promise<Result<string, ReadingProblem>> {
  const asked = { task: "csv", fileName, options: {} } as const;
  const begun = await begin(new TextEncoder().encode(text), asked);
  if (!begun.ok) return begun;
  begun.value.end();
  return "csv" in begun.value.answer ? ok(begun.value.answer.csv) : refused(failed);
}

/** Reads the rows of a table by its map in a process of its own, which waits where they are not asked for. */
export async function readRowsApart(
  bytes: Uint8Array,
  asked: Asked<"rows">,
  signal?: AbortSignal,
): Promise<Result<RowsApart, ReadingProblem>> {
  const begun = await begin(bytes, { ...asked, task: "rows" }, signal);
  if (!begun.ok) return begun;
  const { answer, lines, end } = begun.value;
  if (!("rows" in answer)) return refused(failed);
  return ok({ total: answer.rows, header: answer.header, readings: readingsOf(lines, end) });
}

async function* readingsOf(lines: AsyncGenerator<string>, end: () => void): AsyncGenerator<RowReading> {
  try {
    let count = 0;
    for await (const line of lines) {
      const said = JSON.parse(line) as RowsLine;
      if (!("end" in said)) {
        count++;
        yield said;
      } else if (said.end === count) return;
    }
    throw new Broken(failed); // the last line says that all was told
  } finally {
    end();
  }
}

const failed: ReadingProblem = { kind: "failed", data: {} };

type Begun = {
  readonly answer: Exclude<RowsAnswer, { refused: unknown }>;
  readonly lines: AsyncGenerator<string>;
  /** Ends the process where it still runs. */
  end(): void;
};

async function begin(
  bytes: Uint8Array,
  asked: RowsAsked,
  signal?: AbortSignal,
): Promise<Result<Begun, ReadingProblem>> {
  if (signal?.aborted) return refused(failed);
  const child = startApart("read-rows", allowance.memory);
  const end = () => {
    signal?.removeEventListener("abort", end);
    process.off("exit", end);
    child.kill("SIGKILL");
  };
  signal?.addEventListener("abort", end);
  process.on("exit", end);
  child.stdin.write(`${JSON.stringify(asked)}\n`);
  child.stdin.end(bytes);
  const lines = linesOf(child, end);
  try {
    const first = await lines.next();
    if (first.done) throw new Broken(failed);
    const answer = JSON.parse(first.value) as RowsAnswer;
    if (!("refused" in answer)) return ok({ answer, lines, end });
    end();
    return refused(answer.refused);
  } catch (error) {
    end();
    if (error instanceof Broken) return refused(error.problem);
    throw error;
  }
}

/**
 * What the process writes, line by line. Its time runs only while it is waited for: who takes long over the rows does
 * not use up the reader's.
 */
async function* linesOf(child: ChildProcessWithoutNullStreams, end: () => void): AsyncGenerator<string> {
  const errors: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  const closed = new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(-1));
    child.once("close", resolve);
  });
  const chunks = child.stdout.setEncoding("utf8")[Symbol.asyncIterator]();
  let [left, rest] = [allowance.time, ""];
  for (;;) {
    const asked = performance.now();
    const next = await orTooSlow(chunks.next(), left, end);
    left -= performance.now() - asked;
    if (next.done) break;
    const parts = (rest + next.value).split("\n");
    rest = parts.pop()!; // a split has at least one part
    yield* parts;
  }
  const code = await closed;
  if (code === 0) return;
  const said = String(Buffer.concat(errors));
  // V8 says so itself, and aborts.
  if (/heap out of memory|Array buffer allocation failed/.test(said))
    throw new Broken({ kind: "out_of_memory", data: {} });
  log("error", "a table could not be read", { code, errors: said.slice(-500) });
  throw new Broken(failed);
}

async function orTooSlow<T>(waiting: Promise<T>, most: number, end: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      end();
      reject(new Broken({ kind: "too_slow", data: {} }));
    }, most);
  });
  try {
    return await Promise.race([waiting, tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}
