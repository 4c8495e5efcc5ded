import { parseArgs } from "node:util";

/** What the command is asked to do. */
export type ImportCommand =
  | { readonly do: "help" }
  | ({ readonly do: "suggest" } & Reading)
  | ({
      readonly do: "import";
      /** The map's file; null where the file is an export of ours, which needs none. */
      readonly map: string | null;
      readonly dryRun: boolean;
      readonly onlyValid: boolean;
      readonly report: string | null;
      readonly as: string | null;
    } & Reading)
  | { readonly do: "undo"; readonly id: string; readonly as: string | null }
  | {
      readonly do: "submit";
      readonly id: string;
      readonly as: string | null;
      /** Why the warnings are gone past: by rule, and `*` for those without a reason of their own. */
      readonly reasons: Readonly<Record<string, string>>;
    }
  | { readonly do: "approve"; readonly id: string; readonly as: string; readonly comment: string | null };

/** The file, and what is said of how to read it rather than left to be found. */
export type Reading = {
  /** `-` is standard input. */
  readonly file: string;
  readonly sheet?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly headerRow?: number;
};

export const importUsage = `npm run import -- FILE [--map MAP.json] [--dry-run] [--only-valid] [--report REPORT.json] [--as EMAIL]
npm run import -- FILE --suggest > MAP.json
npm run import -- --submit ID [--reason TEXT | --reason RULE=TEXT …] [--as EMAIL]
npm run import -- --approve ID --as EMAIL [--comment TEXT]
npm run import -- --undo ID [--as EMAIL]

Takes the rows of a table in as drafts of figures (docs/importing.md). FILE is a CSV, TSV or XLSX file; - is standard
input. A file that came out of Verbatim needs no map.

  --map MAP.json       how the columns are read; --suggest prints one to start from
  --dry-run            says what would be new, changed, unchanged and refused, and writes nothing
  --only-valid         takes the valid rows in where others are refused; without it one refused row keeps all out
  --report FILE        writes what was found and done as JSON (- is standard output)
  --as EMAIL           in whose name; without it the author is the import command itself
  --sheet NAME         the sheet of a workbook, where it is not the first
  --encoding NAME      utf-8, utf-16le, utf-16be or windows-1252, where it is not found right
  --delimiter MARK     , ; or tab, where it is not found right
  --header-row N       the row the column names stand in, where it is not the first
  --submit ID          hands the drafts of an import to review; a warning asks for a reason, by rule or for all
  --approve ID         approves the drafts submitted of an import and puts them before readers; never by their author
  --undo ID            takes an import back as a whole
  --help               this text

Exit status: 0 done; 1 rows were refused, or the step was; 2 the command, the file or the map cannot be read;
3 something else went wrong, such as a database that does not answer.`;

/** A command that cannot be understood. */
export class BadUsage extends Error {}

const options = {
  map: { type: "string" },
  "dry-run": { type: "boolean" },
  "only-valid": { type: "boolean" },
  report: { type: "string" },
  as: { type: "string" },
  sheet: { type: "string" },
  encoding: { type: "string" },
  delimiter: { type: "string" },
  "header-row": { type: "string" },
  suggest: { type: "boolean" },
  submit: { type: "string" },
  approve: { type: "string" },
  undo: { type: "string" },
  reason: { type: "string", multiple: true },
  comment: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

type Values = ReturnType<typeof parsed>["values"];

/** Which options each way of calling takes, beside the one that names it. */
const takes = {
  import: ["map", "dry-run", "only-valid", "report", "as", "sheet", "encoding", "delimiter", "header-row"],
  suggest: ["suggest", "sheet", "encoding", "delimiter", "header-row"],
  submit: ["submit", "reason", "as"],
  approve: ["approve", "as", "comment"],
  undo: ["undo", "as"],
} as const satisfies Record<string, readonly (keyof typeof options)[]>;

/** Reads the arguments. @throws {BadUsage} in one sentence, where they say nothing that can be done */
export function readImportArguments(args: readonly string[]): ImportCommand {
  const { values, positionals } = parsed(args);
  if (values.help || args.length === 0) return { do: "help" };
  const kind = kindOf(values);
  const strange = Object.keys(values).find((name) => !(takes[kind] as readonly string[]).includes(name));
  if (strange !== undefined) throw new BadUsage(`--${strange} has no meaning here.`);
  const as = values.as ?? null;
  if (kind === "import" || kind === "suggest") {
    const reading = readingIn(values, positionals);
    if (kind === "suggest") return { do: "suggest", ...reading };
    const { map = null, report = null, "dry-run": dryRun = false, "only-valid": onlyValid = false } = values;
    return { do: "import", ...reading, map, dryRun, onlyValid, report, as };
  }
  if (positionals.length > 0) throw new BadUsage(`--${kind} takes the id of an import, and no file.`);
  const id = values[kind]!; // it is what made the kind
  if (!/^[0-9a-z]{8}$/.test(id)) throw new BadUsage(`--${kind} takes the id of an import, not "${id}".`);
  if (kind === "undo") return { do: "undo", id, as };
  if (kind === "submit") return { do: "submit", id, as, reasons: reasonsIn(values.reason ?? []) };
  if (as === null) throw new BadUsage("--approve asks who approves: --as EMAIL.");
  return { do: "approve", id, as, comment: values.comment ?? null };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new BadUsage(`${(error as Error).message.split(". ")[0]!.replace(/\.$/, "")}.`);
  }
}

function kindOf(values: Values): keyof typeof takes {
  const kinds = (["suggest", "submit", "approve", "undo"] as const).filter(
    (one) => values[one] !== undefined,
  );
  if (kinds.length > 1) throw new BadUsage(`--${kinds[0]} and --${kinds[1]} do not go together.`);
  return kinds[0] ?? "import";
}

function readingIn(values: Values, files: readonly string[]): Reading {
  if (files.length !== 1)
    throw new BadUsage(files.length === 0 ? "Which file?" : `One file at a time, not ${files.length}.`);
  const { sheet, encoding, delimiter, "header-row": row } = values;
  if (row !== undefined && !/^[1-9]\d{0,6}$/.test(row))
    throw new BadUsage("--header-row is a number from 1.");
  return {
    file: files[0]!,
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter: delimiter === "tab" ? "\t" : delimiter }),
    ...(row === undefined ? {} : { headerRow: Number(row) }),
  };
}

/** `outside_plausible_bounds=The spring flood` answers one rule; words without a rule answer every other. */
function reasonsIn(given: readonly string[]): Record<string, string> {
  const reasons: Record<string, string> = {};
  for (const one of given) {
    const [, rule = "*", words = ""] = /^(?:([a-z][a-z_]*)=)?(.*)$/s.exec(one) ?? [];
    if (words.trim() === "") throw new BadUsage("--reason has no words.");
    if (rule in reasons) throw new BadUsage("--reason answers the same warnings twice.");
    reasons[rule] = words.trim();
  }
  return reasons;
}
