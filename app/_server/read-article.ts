import { spawn } from "node:child_process";
import path from "node:path";
import { environmentForChildren, projectRoot } from "@/db/env";
import type { Lexicon } from "@/domain/extract/proposal";
import type { ArticleReading, Pasted, Unreadable } from "@/domain/extract/read-article";
import type { ReportDate } from "@/domain/extract/report-dates";
import { ok, type Result, refused } from "@/domain/result";
import { log } from "./log";

/** Why an article was not read: by its own fault (`Unreadable`), over the limit, or by ours. */
export type ReadingRefusal = { readonly kind: Unreadable["kind"] | "too_slow" | "failed" };

/** An article as read, with the days it may have been published on. */
export type DatedReading = ArticleReading & { readonly dates: readonly ReportDate[] };

const timeLimit = 10_000;
/** Enough for the longest text; a text that asks for more ends its own process, not the site. */
const memoryLimit = 768;

/**
 * Reads an article in a process of its own, ended after ten seconds: what people paste never runs in the process that
 * answers readers.
 */
export async function readArticleApart(
  pasted: Pasted,
  lexicon: Lexicon,
): Promise<Result<DatedReading, ReadingRefusal>> {
  const { code, timedOut, output, errors } = await runReader(JSON.stringify({ pasted, lexicon }));
  if (timedOut) return refused({ kind: "too_slow" });
  if (code !== 0) {
    log("error", "an article could not be read", { code, errors: errors.slice(-500) });
    return refused({ kind: "failed" });
  }
  const reading = JSON.parse(output) as DatedReading | { unreadable: Unreadable["kind"] };
  return "unreadable" in reading ? refused({ kind: reading.unreadable }) : ok(reading);
}

type Run = {
  readonly code: number | null;
  readonly timedOut: boolean;
  readonly output: string;
  readonly errors: string;
};

function runReader(input: string): Promise<Run> {
  const program = path.join(/* turbopackIgnore: true */ projectRoot, "bin", "read-article.ts");
  const child = spawn(process.execPath, [`--max-old-space-size=${memoryLimit}`, "--import", "tsx", program], {
    cwd: projectRoot,
    env: withoutSecrets(),
    stdio: "pipe",
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  child.stdin.on("error", () => {}); // a reader that ended early says why by its exit code
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    let timedOut = false;
    const limit = setTimeout(() => {
      timedOut = true;
      child.kill("SIGKILL");
    }, timeLimit);
    child.once("error", (error) => {
      clearTimeout(limit);
      reject(error);
    });
    child.once("close", (code) => {
      clearTimeout(limit);
      resolve({
        code,
        timedOut,
        output: String(Buffer.concat(output)),
        errors: String(Buffer.concat(errors)),
      });
    });
  });
}

/** The reader needs no database and no secret, so it is given none. */
function withoutSecrets(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG, NODE_ENV } = environmentForChildren();
  return { PATH, HOME, TMPDIR, LANG, NODE_ENV } as NodeJS.ProcessEnv;
}
