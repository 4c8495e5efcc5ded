import type { Span } from "../proposal";
import { after, before, type Line } from "./line";

/**
 * "un", "une" and "one" are articles and pronouns nearly always. These are the places where they count: after a bound
 * ("at least one"), where a toll is told ("un mort et 12 blessés", "one person was killed").
 */
const counts: readonly { readonly before?: RegExp; readonly after?: RegExp }[] = [
  { before: /\b(?:au moins|at least) $/, after: /^ (?!of\b|des?\b|d'|fois\b|times?\b)[a-z]/ },
  { after: /^ (?:mort|morte|tue|tuee|blesse|blessee|disparu|disparue|deces)\b(?! de\b)/ },
  {
    after:
      /^ (?:personne|civil|civile|femme|homme|enfant|soldat|habitant|habitante|militaire) (?:[a-z]+ )?(?:a (?:[a-z]+ )?ete|est|etait|ete) (?:tue|blesse|mort|decede|porte)/,
  },
  {
    before: /\b(?:tuant|blessant|faisant) $/,
    after: /^ (?:personne|civil|civile|femme|homme|enfant|soldat|habitant|habitante)\b/,
  },
  { after: /^ (?:dead|killed|wounded|injured|missing|fatality|death|injury)\b/ },
  {
    after:
      /^ (?:person|people|civilian|man|woman|child|soldier|resident|other) (?:[a-z]+ )?(?:was |were |has been )?(?:killed|wounded|injured|died|dead|missing|hurt)\b/,
  },
  {
    before: /\b(?:killing|wounding|injuring|killed|wounded|injured) $/,
    after: /^(?: (?:person|civilian|man|woman|child|soldier|resident|other|and)\b|[,.;]|$)/,
  },
];

/** Whether a lone "un", "une" or "one" is a count. */
export function isCountedOne(line: Line, { start, end }: Span): boolean {
  const [left, right] = [before(line, start), after(line, end)];
  return counts.some((rule) => (rule.before?.test(left) ?? true) && (rule.after?.test(right) ?? true));
}
