/** What a cell style makes of a number: a day, a time of day, a stretch of time, a percentage; null: a number. */
export type ShownAs = "date" | "time" | "elapsed" | "percent" | null;

/** Formats known by number alone (ECMA-376 18.8.30, with those of East Asian Excel). */
export function builtInFormat(id: number): ShownAs {
  if (id === 9 || id === 10) return "percent";
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return "time";
  if (id === 46) return "elapsed";
  if ((id >= 32 && id <= 35) || id === 55 || id === 56) return "time";
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? "date" : null;
}

/** What a format code makes of a number, by the letters outside of its quotes, brackets and escapes. */
export function customFormat(code: string): ShownAs {
  const spoken = code
    .slice(0, 255) // Excel's own limit
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, "")
    .replace(/general|standard/gi, "");
  const positive = spoken.split(";")[0]!.toLowerCase();
  if (/\[(?:h|m|s)+\]/.test(positive)) return "elapsed";
  const letters = positive.replace(/am\/pm|a\/p/g, "");
  if (/[dy]/.test(letters)) return "date";
  if (/[hs]/.test(letters)) return "time";
  if (letters.includes("m")) return "date";
  return letters.includes("%") ? "percent" : null;
}
