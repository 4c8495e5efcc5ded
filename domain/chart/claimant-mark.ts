import type { Agent } from "../figure";
import type { ClaimantMark, MarkShape } from "./panel";

/** The shapes of the marks, in the order of their numbers: neighbours in the list differ most. */
export const markShapes = [
  "circle",
  "diamond",
  "triangle-up",
  "square",
  "triangle-down",
  "plus",
  "star",
  "cross",
] as const satisfies readonly MarkShape[];

/**
 * Colours of the marks, by number, for paper and for the dark. The first four, as many as ever share a plot, stay
 * apart to every kind of sight; each is at least 4.5:1 on its ground, for names are set in it too. No red, and no pair
 * that makes a flag. `marks.css` carries the same values.
 */
export const markColours = [
  { light: "#0f766e", dark: "#4fd1b8" },
  { light: "#5b3f8f", dark: "#bdaffd" },
  { light: "#8a4800", dark: "#fdb57e" },
  { light: "#162c55", dark: "#809cce" },
  { light: "#6f6c00", dark: "#e6e08a" },
  { light: "#9c2a74", dark: "#f7b4dc" },
  { light: "#1877a0", dark: "#8fd6f5" },
  { light: "#5f4b3c", dark: "#b79f8a" },
] as const;

/** A figure nobody is named for: a grey ring no claimant can have. */
export const unattributedColour = { light: "#6a665e", dark: "#a5a199" } as const;

const unattributedMark: ClaimantMark = { mark: null, shape: "ring", colour: "--mark-none" };

/** The fixed mark of an agent. Beyond eight, shapes and colours pair anew: 64 marks before one repeats. */
export function claimantMark(agent: Pick<Agent, "mark"> | null): ClaimantMark {
  if (agent === null) return unattributedMark;
  const colour = agent.mark % markColours.length;
  const turn = Math.floor(agent.mark / markColours.length);
  const shape = markShapes[(agent.mark + turn) % markShapes.length] ?? "circle";
  return { mark: agent.mark, shape, colour: `--mark-${colour}` };
}
