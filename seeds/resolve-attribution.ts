import type { FigureInput } from "@/domain/inputs";
import { attributionRoles } from "@/domain/vocabulary";
import type { Names } from "./resolve-lists";
import type { AttributionForm } from "./schema";
import { standsIn } from "./span";
import type { Say, SeedPath } from "./yaml-file";

type Links = FigureInput["mentions"][number]["attribution"];

/**
 * Checks a chain: it runs from who says to who prints, and only position 0 may claim. A chain that begins further
 * down makes the figure unattributed. `text` is the source version's: words "as printed" must stand in it.
 */
export function resolveAttribution(
  chain: AttributionForm,
  text: string,
  names: Names,
  path: SeedPath,
  say: Say,
): Links {
  chain.forEach(({ role, agent, as_printed }, index) => {
    const at = [...path, index];
    const before = chain[index - 1];
    const known = names.agents.get(agent);
    if (known === undefined) say([...at, "agent"], `no such agent "${agent}"`);
    else if (isClaim(role) && known.mark === null)
      say([...at, "agent"], `"${agent}" claims a figure and has no mark`);
    if (isClaim(role) && index > 0) say([...at, "role"], `${role} stands only at the head of the chain`);
    else if (before !== undefined && orderOf(before.role) > orderOf(role)) {
      say([...at, "role"], `${role} cannot stand after ${before.role}`);
    }
    if (as_printed !== null && !standsIn(text, as_printed)) {
      say([...at, "as_printed"], `"${as_printed}" is not printed in the passages of this source`);
    }
  });
  if (chain.filter((link) => link.role === "published_by").length !== 1) {
    say(path, "must end with the one agent it was published_by");
  }
  return chain.map(({ role, agent, as_printed }) => ({ role, agent, asPrinted: as_printed }));
}

const isClaim = (role: string) => role === "claimed_by" || role === "estimated_by";
const orderOf = (role: AttributionForm[number]["role"]) => attributionRoles.indexOf(role);
