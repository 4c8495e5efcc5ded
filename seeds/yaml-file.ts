import { readFileSync } from "node:fs";
import { relative } from "node:path";
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import type { z } from "zod";

/** What is wrong in a seed file, and where: lines and columns count from 1. */
export type SeedProblem = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The place within the data, such as `figures[2].metric`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
};

/** Where a value stands in the data of a file. */
export type SeedPath = readonly (string | number)[];

/** Makes a problem of what stands at a path. */
type Locate = (path: SeedPath, message: string) => SeedProblem;

/** Notes a problem at a path. */
export type Say = (path: SeedPath, message: string) => void;

/** A seed file that has the form it should, and the way back from its data to its lines. */
export type SeedFile<Data> = { readonly name: string; readonly data: Data; readonly problem: Locate };

/** One problem as a line: `seeds/sources/x.yml:41:7 figures[2].metric: no such metric "…"`. */
export function formatProblem({ file, line, column, path, message }: SeedProblem): string {
  return `${file}:${line}:${column} ${path === "" ? "" : `${path}: `}${message}`;
}

/** Reads a YAML file and holds it against its form. Paths in problems are relative to the working directory. */
export function readSeedFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): SeedFile<z.output<Schema>> | SeedProblem[] {
  const name = relative(process.cwd(), path);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return [
      { file: name, line: 1, column: 1, path: "", message: `cannot be read: ${(error as Error).message}` },
    ];
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file: name, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const broken = [
    ...[...document.errors, ...document.warnings].map(({ pos, message }) => ({ offset: pos[0], message })),
    ...unresolvedAliases(document),
  ];
  if (broken.length > 0) return broken.map(({ offset, message }) => ({ ...at(offset), path: "", message }));

  const problem: Locate = (path, message) => ({
    ...at(offsetOf(document, path)),
    path: formatPath(path),
    message,
  });
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { name, data: parsed.data, problem };
  return parsed.error.issues.flatMap((issue) => {
    const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => problem([...path, key], "unknown key"));
    const { node, complete } = follow(document, path);
    if (!complete) return [problem(path, "is missing")];
    const found =
      isScalar(node) && typeof node.value !== "object" ? `, found ${JSON.stringify(node.value)}` : "";
    return [problem(path, `${issue.message}${found}`)];
  });
}

/** The parser finds these only on the way to plain data, where their place is lost. */
function unresolvedAliases(document: Document) {
  const found: { offset: number; message: string }[] = [];
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return;
      found.push({
        offset: alias.range?.[0] ?? 0,
        message: `*${alias.source} stands for nothing: no &${alias.source} before it`,
      });
    },
  });
  return found;
}

const formatPath = (path: SeedPath) =>
  path.reduce<string>(
    (words, key) => (typeof key === "number" ? `${words}[${key}]` : words === "" ? key : `${words}.${key}`),
    "",
  );

const offsetOf = (document: Document, path: SeedPath) => follow(document, path).offset;

/** Walks to the value at a path, through aliases, or as far as the path goes. */
function follow(document: Document, path: SeedPath) {
  let node = document.contents as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const key of path) {
    if (isAlias(node)) node = (node.resolve(document) as Node | undefined) ?? null;
    if (isSeq(node) && typeof key === "number" && node.items[key] !== undefined) {
      node = node.items[key] as Node;
    } else if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair === undefined) return { node, offset, complete: false };
      // A map or list begins on the line below its key, and the key is what one looks for.
      const value = pair.value as Node | null;
      const from = isScalar(value) && value.range && value.source !== "" ? value : (pair.key as Node);
      offset = from.range?.[0] ?? offset;
      node = value;
      continue;
    } else return { node, offset, complete: false };
    offset = node.range?.[0] ?? offset;
  }
  if (isAlias(node)) node = (node.resolve(document) as Node | undefined) ?? null;
  return { node, offset, complete: true };
}
