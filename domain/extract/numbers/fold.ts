const spaces = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const apostrophes = /[\u2018\u2019\u02bc\u2032\u00b4`]/;
const hyphens = /[\u2010\u2011\u2212]/;
const dashes = /[\u2012\u2014\u2015]/;

const folded = new Map<string, string>();

/**
 * The text in a form one table can be held against: lower case, no accents, one kind of space, apostrophe, hyphen and
 * dash. Every UTF-16 unit is folded on its own, so that offsets stay those of the text.
 */
export function fold(text: string): string {
  return text.replace(/[^\n -@[-~]/g, foldUnit);
}

function foldUnit(unit: string): string {
  const known = folded.get(unit);
  if (known !== undefined) return known;
  const found = folding(unit);
  folded.set(unit, found);
  return found;
}

function folding(unit: string): string {
  if (spaces.test(unit)) return " ";
  if (apostrophes.test(unit)) return "'";
  if (hyphens.test(unit)) return "-";
  if (dashes.test(unit)) return "–";
  const base = unit.normalize("NFD").charAt(0).toLowerCase();
  return base.length === 1 ? base : unit; // "İ" in lower case is two units: such a letter stays as it is
}
