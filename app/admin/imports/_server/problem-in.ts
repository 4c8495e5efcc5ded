import { z } from "zod";
import { problemWords } from "@/components/admin/imports/table-words";
import { tableLimits } from "@/domain/import/limits";
import { delimiters, tableEncodings } from "@/domain/import/table-facts";
import type { ReadingProblem } from "@/domain/import/table-refusal";
import { otherKinds } from "@/domain/import/table-refusal";
import type { Locale } from "@/domain/vocabulary";
import { importMessagesOf } from "@/messages/imports";

const text = z.string().max(200);
const names = z.array(text).max(40);
const place = z.object({ row: z.int(), column: z.int() });
const limits = z.enum(Object.keys(tableLimits) as [keyof typeof tableLimits]);
const empty = z.object({});

/** What an address may say of why a file was not taken: read as strictly as anything that comes from outside. */
const problem = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["forbidden", "no_file"]), data: empty }),
  z.object({ kind: z.enum(["too_slow", "out_of_memory", "failed"]), data: empty }),
  z.object({ kind: z.literal("empty"), data: z.object({ sheets: names }) }),
  z.object({ kind: z.literal("no_rows"), data: z.object({ header: names }) }),
  z.object({ kind: z.literal("no_header"), data: z.object({ row: z.int() }) }),
  z.object({
    kind: z.literal("too_large"),
    data: z.object({ limit: limits, most: z.int(), at: place.nullable() }),
  }),
  z.object({ kind: z.literal("wrong_kind"), data: z.object({ is: z.enum(otherKinds) }) }),
  z.object({ kind: z.enum(["locked", "not_text"]), data: empty }),
  z.object({ kind: z.literal("encoding"), data: z.object({ stated: z.enum(tableEncodings).nullable() }) }),
  z.object({ kind: z.literal("nul"), data: z.object({ row: z.int() }) }),
  z.object({ kind: z.enum(["open_quote", "text_after_quote"]), data: place }),
  z.object({
    kind: z.literal("unsure_delimiter"),
    data: z.object({ delimiters: z.array(z.enum(delimiters)) }),
  }),
  z.object({ kind: z.literal("unknown_delimiter"), data: z.object({ delimiter: text }) }),
  z.object({ kind: z.literal("no_sheet"), data: z.object({ sheet: text.nullable(), sheets: names }) }),
  z.object({ kind: z.literal("broken"), data: empty }),
]);

/** Why the last file was not taken, as the address says, in words; null where it says nothing we know. */
export function problemIn(asked: unknown, locale: Locale): string | null {
  if (typeof asked !== "string") return null;
  const read = problem.safeParse(parsed(asked));
  if (!read.success) return null;
  const words = importMessagesOf(locale);
  const { kind } = read.data;
  if (kind === "forbidden" || kind === "no_file") return words.problem[kind];
  return problemWords(read.data as ReadingProblem, words, locale); // the same kinds, with what their words need
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
