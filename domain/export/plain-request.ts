import { ok, type Result, refused } from "../result";
import type { InvalidParameter } from "./export-request";
import { isOption, type OptionName, options } from "./options";

/** Reads an address without filters. What it does not know, or cannot read, is refused by name. */
export function readPlainRequest(
  params: URLSearchParams,
  known: readonly OptionName[],
): Result<Readonly<Partial<Record<OptionName, string>>>, readonly InvalidParameter[]> {
  const read: Partial<Record<OptionName, string>> = {};
  const invalid: InvalidParameter[] = [];
  for (const name of new Set(params.keys())) {
    const [value = "", ...more] = params.getAll(name);
    if (!isOption(name) || !known.includes(name))
      invalid.push({ name, reason: `is not a parameter; there are ${known.join(", ") || "none"}` });
    else if (more.length > 0) invalid.push({ name, reason: "is given twice" });
    else if (!options[name].schema.safeParse(value).success)
      invalid.push({ name, reason: options[name].says });
    else read[name] = value;
  }
  return invalid.length > 0 ? refused(invalid) : ok(read);
}

/** Reads these of an address's parameters; what else stands there is for another to read. */
export const readOwnOf = (params: URLSearchParams, own: readonly OptionName[]) =>
  readPlainRequest(
    new URLSearchParams(own.flatMap((name) => params.getAll(name).map((value) => [name, value]))),
    own,
  );
