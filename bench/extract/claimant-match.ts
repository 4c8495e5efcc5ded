/** Words too common to tell one speaker from another. */
const small = new Set(
  "a an the of to by at in on and le la les l d de du des un une et au aux a en s son sa ses its his her".split(
    " ",
  ),
);

/**
 * Whether one of the names read means the speaker labelled: all the telling words of the shorter stand in the longer
 * ("Oleksandr Syrsky" in "Le général Oleksandr Syrsky"). Case, accents and articles do not count.
 */
export function isSameClaimant(label: string, names: readonly string[]): boolean {
  const wanted = tellingWords(label);
  return names.some((name) => {
    const read = tellingWords(name);
    const [shorter, longer] = read.size < wanted.size ? [read, wanted] : [wanted, read];
    return shorter.size > 0 && [...shorter].every((word) => longer.has(word));
  });
}

const tellingWords = (name: string): Set<string> =>
  new Set(
    name
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== "" && !small.has(word)),
  );
