import type { FigureInput } from "@/domain/inputs";
import { type AttributionRole, attributionRoles, type Comparator } from "@/domain/vocabulary";
import { boxOf } from "./box-of";

type Mention = FigureInput["mentions"][number];

/** Empty lines a form offers below the speakers of a sentence. */
export const spareLines = 2;

/**
 * The sentences a form leaves a figure, each with who speaks in it. The anchor follows the figure where it said the
 * same before: its bound, its cue and what its number stands for.
 */
export function mentionsOfForm(
  form: FormData,
  base: FigureInput,
  figure: Omit<FigureInput, "mentions">,
): FigureInput["mentions"] {
  return base.mentions.flatMap((mention, at) => {
    if (at > 0 && form.has(`mention.${at}.drop`)) return [];
    const attribution = speakersIn(form, at, mention.attribution.length + spareLines);
    const said = at === 0 ? followed(mention, base, figure) : ownOf(form, at, mention);
    return [{ ...mention, ...said, attribution }];
  });
}

function followed(mention: Mention, base: FigureInput, figure: Omit<FigureInput, "mentions">) {
  return {
    comparator: mention.comparator === base.comparator ? figure.comparator : mention.comparator,
    cue: mention.cue === base.cue ? figure.cue : mention.cue,
    readsAs: mention.readsAs === base.value ? figure.value : mention.readsAs,
  };
}

function ownOf(form: FormData, at: number, mention: Mention) {
  if (!form.has(`mention.${at}.comparator`)) return {};
  const comparator = (boxOf(form, `mention.${at}.comparator`) ?? mention.comparator) as Comparator;
  return { comparator, cue: boxOf(form, `mention.${at}.cue`) };
}

/** The speakers of one sentence, claimant first; a line without an agent is none. */
function speakersIn(form: FormData, at: number, lines: number): Mention["attribution"] {
  const links = Array.from({ length: lines }, (_, line) => {
    const box = (part: string) => boxOf(form, `mention.${at}.link.${line}.${part}`);
    return { role: box("role") as AttributionRole, agent: box("agent"), asPrinted: box("asPrinted") };
  });
  const spoken = links.flatMap(({ agent, ...rest }) => (agent === null ? [] : [{ ...rest, agent }]));
  return spoken.sort((a, b) => placeOf(a.role) - placeOf(b.role));
}

const placeOf = (role: AttributionRole) => (isClaim(role) ? 0 : attributionRoles.indexOf(role));
const isClaim = (role: AttributionRole) => role === "claimed_by" || role === "estimated_by";

/** Whether a sentence names two claimants: the chain of a figure has one, whom others pass on. */
export const twoClaimants = ({ mentions }: Pick<FigureInput, "mentions">): boolean =>
  mentions.some(({ attribution }) => attribution.filter(({ role }) => isClaim(role)).length > 1);
