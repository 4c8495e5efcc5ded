import type { FigureInput } from "../inputs";
import type { ValidationContext } from "./context";
import { type Finding, finding } from "./finding";

/** The agent who claims or estimates a figure, by slug; null where its anchor names none. */
export const claimantOf = ({ mentions }: Pick<FigureInput, "mentions">): string | null =>
  mentions[0]?.attribution.find(({ role }) => role === "claimed_by" || role === "estimated_by")?.agent ??
  null;

/** Somebody says it, or the editor says on purpose that nobody is named; and hearsay is not confirmation. */
export function checkClaimant(input: FigureInput, context: ValidationContext): Finding[] {
  const claimant = claimantOf(input);
  const field = "mentions.0.attribution";
  const found: Finding[] = [];
  if (input.mentions.length > 0 && claimant === null && !input.unattributed)
    found.push(finding("no_claimant", field));
  if (claimant !== null && input.unattributed)
    found.push(finding("claimant_and_unattributed", field, { claimant }));
  if (input.hearsay && input.modality === "confirmed") found.push(finding("hearsay_confirmed", "modality"));
  return [...found, ...checkSides(input, claimant, context)];
}

/** Each side tells of the other's losses: true at times, and at times the two boxes were mixed up. */
function checkSides(
  { subject }: FigureInput,
  claimant: string | null,
  { metric, sides }: ValidationContext,
): Finding[] {
  if (metric?.group !== "losses" || metric.kind === "stock" || claimant === null || subject === null)
    return [];
  const [speaks, suffers] = [sides[claimant] ?? null, sides[subject] ?? null];
  return speaks !== null && suffers !== null && speaks !== suffers
    ? [finding("sides_swapped", "subject", { claimant, subject })]
    : [];
}
