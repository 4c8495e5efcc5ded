import type { DateClaimInput } from "../inputs";

/** A date as a row states it, `2024-08-06`, `2024-08` or `2024`, with the days that it spans; unknown where null. */
export function statedDate(words: string | null): DateClaimInput {
  if (words === null)
    return { start: null, end: null, precision: "unknown", basis: "unknown", reasoning: null };
  const known = { basis: "stated", reasoning: null } as const;
  const [year, month, day] = words.split("-");
  if (day !== undefined) return { start: words, end: words, precision: "day", ...known };
  if (month === undefined)
    return { start: `${year}-01-01`, end: `${year}-12-31`, precision: "year", ...known };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { start: `${words}-01`, end: `${words}-${last}`, precision: "month", ...known };
}
