/** A French conditional in a clause: of being or having done, of a modal verb, or of any other verb. */
type Conditional = { readonly kind: "past" | "present" | "being" | "modal"; readonly words: string };

const apart = (source: string) => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, "u");

const modal = apart(
  "(?:pourr|devr|faudr|voudr|vaudr|saur|aimer|souhaiter|conviendr|préférer|suffir)(?:ait|aient)|aur(?:ait|aient) (?:pu|dû|voulu|fallu)",
);
/** "aurait perdu", "auraient déjà été tués"; "aurait 500 hommes" is the verb to have. */
const past = apart(
  "aur(?:ait|aient)(?: \\p{L}+){0,2} \\p{L}*(?:é|és|ée|ées|i|is|ie|ies|it|its|u|us|ue|ues|t|ert|erts)",
);
const being = apart("ser(?:ait|aient)|aur(?:ait|aient)");

/**
 * Other verbs: an infinitive and -ait. Not by the ending alone, since "tirait", "montrait" and "livrait" are the
 * imperfect of tirer, montrer and livrer.
 */
const present = apart(
  "\\p{L}*(?:[^éèrt]er|tter|rter|nter|ster|êter|(?:t|ct|pt)er)(?:ait|aient)|\\p{L}+(?:iendr|prendr|perdr|vendr|tendr|rendr|pondr|oindr|eindr|mettr|battr|cevr|suivr|vivr|courr|mourr|verr|connaîtr|duir|truir|dir|finir|partir|servir|fournir|réunir|subir|agir|sortir|tenir|venir|couvrir|ouvrir|offrir)(?:ait|aient)",
);

/** The first conditional of a clause in lower case, accents kept, in the order that tells kinds apart. */
export function conditionalOf(clause: string): Conditional | null {
  const kinds = [
    ["modal", modal],
    ["past", past],
    ["being", being],
    ["present", present],
  ] as const;
  for (const [kind, pattern] of kinds) {
    const match = pattern.exec(clause);
    if (match) return { kind, words: match[0] };
  }
  return null;
}
