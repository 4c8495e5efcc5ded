import type { ClaimantMark } from "@/domain/chart/panel";

/** `--mark-3` → `chart-m3`: the class that sets the colour of everything that belongs to a claimant. */
export const markClass = (colour: ClaimantMark["colour"]): string => colour.replace("--mark-", "chart-m");
