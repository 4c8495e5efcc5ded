import type { AttributionRole } from "../../vocabulary";
import type { ClaimantLink, Guess, ReadingContext, Span } from "../proposal";
import { type Choice, chooseStatement } from "./choose-statement";
import { findStatements } from "./find-statements";
import { listHeading } from "./list-heading";
import type { Speaker } from "./read-speaker";
import { earlierSpeaker } from "./resolve-speaker";
import type { Statement } from "./statement";

/** Below this a wrong name is too likely, and none is given. */
const leastSure = 0.5;

/**
 * Who says the number, and who passes it on: the claimant first (`claimed_by` or `estimated_by`), then any
 * `relayed_by`. Null where the sentence names nobody who can speak, or where one cannot tell which of two: a wrong
 * claimant is worse than none.
 *
 * @param before the sentences before this one, nearest last, where a pronoun finds its name
 */
export function guessClaimants(
  text: string,
  sentence: Span,
  number: Span,
  context: ReadingContext,
  before: readonly Span[],
): Guess<readonly ClaimantLink[]> | null {
  const { sentence: words, found } = findStatements(text, sentence, context);
  const at = words.tokens.findIndex(({ end }) => end > number.start);
  const own = at === -1 ? null : chooseStatement(words, found, at);
  const choice = own ?? (found.length === 0 ? listHeading(text, sentence, context, before) : null);
  if (!choice) return null;
  const resolved = earlierSpeaker(text, choice.claim, found, context, before);
  if (!resolved) return null;
  const sure = Math.min(choice.sure * certainty[resolved.speaker.kind], resolved.sure);
  if (sure < leastSure) return null;
  return { value: chainOf(choice, resolved.speaker), sure, why: `${resolved.why ?? choice.why}` };
}

/** A known agent is surer than a name nobody has met, a role or a body. */
const certainty: Readonly<Record<Speaker["kind"], number>> = { known: 1, person: 0.9, body: 0.9, named: 0.8 };

function chainOf({ claim, relay }: Choice, speaker: Speaker): ClaimantLink[] {
  const role = claim.estimated ? "estimated_by" : "claimed_by";
  const relays = [...claim.relays, ...relaysOf(relay)].filter(({ words }) => words !== speaker.words);
  return [link(role, speaker), ...relays.map((one) => link("relayed_by", one))];
}

const relaysOf = (relay: Statement | null): readonly Speaker[] =>
  relay?.speaker ? [relay.speaker, ...relay.relays] : [];

const link = (role: AttributionRole, { agent, words, start, end }: Speaker): ClaimantLink => ({
  role,
  agent,
  words,
  span: { start, end },
});
