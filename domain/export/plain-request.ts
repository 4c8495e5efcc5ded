import { ok, type Result, refused } from "../result";
import type { InvalidParameter } from "./export-request";

const forms: Readonly<Record<string, { readonly form: RegExp; readonly says: string }>> = {
  as_of: { form: /^[1-9]\d{0,14}$/, says: "must be the number of a revision" },
  raw: { form: /^[01]$/, says: "must be 1 or 0" },
  lang: { form: /^(fr|en)$/, says: "must be fr or en" },
  style: {
    form: /^(apa|chicago|bibtex|ris|csl-json)$/,
    says: "must be apa, chicago, bibtex, ris or csl-json",
  },
  theme: { form: /^(light|dark)$/, says: "must be light or dark" },
  point: { form: /^[0-9a-z]{8}$/, says: "must be the id of a figure" },
  width: { form: /^(340|620|700|1080)$/, says: "must be 340, 620, 700 or 1080" },
};

/** Reads an address without filters. What it does not know, or cannot read, is refused by name. */
export function readPlainRequest(
  params: URLSearchParams,
  known: readonly string[],
): Result<Readonly<Record<string, string | undefined>>, readonly InvalidParameter[]> {
  const read: Record<string, string | undefined> = {};
  const invalid: InvalidParameter[] = [];
  for (const name of new Set(params.keys())) {
    const [values, rule] = [params.getAll(name), forms[name]];
    if (!known.includes(name) || rule === undefined)
      invalid.push({ name, reason: `is not a parameter; there are ${known.join(", ") || "none"}` });
    else if (values.length > 1 || !rule.form.test(values[0]!)) invalid.push({ name, reason: rule.says });
    else read[name] = values[0];
  }
  return invalid.length > 0 ? refused(invalid) : ok(read);
}
