/** What a select box offers: the value it writes into the address, and its name. */
export type Option = readonly [value: string, name: string];

/**
 * The options and, where it is not one of them, the choice in force: a box that fell back to "any" would hide a filter
 * that keeps nothing.
 */
export function withChosen(
  options: readonly Option[],
  chosen: string | null | undefined,
  known: readonly Option[] = [],
): readonly Option[] {
  if (!chosen || options.some(([value]) => value === chosen)) return options;
  return [...options, known.find(([value]) => value === chosen) ?? [chosen, chosen]];
}
