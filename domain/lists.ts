import { z } from "zod";
import { agentInput, metricInput, placeInput, slug, unitInput } from "./inputs";

/** The lists an editor keeps, as they stand in addresses. */
export const lists = ["agents", "places", "metrics", "units", "events"] as const;
export type List = (typeof lists)[number];

const rowVersion = z.int().positive();
const aliases = z.array(z.string().trim().min(1).max(200)).max(100);

/** An agent as an editor may change it: its mark on charts is given at its first publish and never changes. */
export const agentEntryInput = agentInput.omit({ mark: true }).extend({ aliases });
export const placeEntryInput = placeInput.extend({ aliases });
export const unitEntryInput = unitInput.extend({ aliases });

export const agentRevisionInput = agentEntryInput.extend({ rowVersion });
export const placeRevisionInput = placeEntryInput.extend({ rowVersion });
export const unitRevisionInput = unitEntryInput.extend({ rowVersion });
export const metricRevisionInput = metricInput.extend({ rowVersion });

export const retireInput = z.strictObject({
  list: z.enum(lists),
  slug,
  rowVersion,
  /** False puts it back among the choices. */
  retired: z.boolean(),
});

export const mergeInput = z.strictObject({ from: slug, into: slug });

export type AgentEntry = z.output<typeof agentEntryInput>;
export type PlaceEntry = z.output<typeof placeEntryInput>;
export type UnitEntry = z.output<typeof unitEntryInput>;
export type MetricEntry = z.output<typeof metricInput>;
