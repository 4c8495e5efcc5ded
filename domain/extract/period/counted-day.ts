import type { Day } from "../../figure";
import type { Lexicon } from "../proposal";
import { addDays } from "./calendar";

/** When Twitter began to count milliseconds in its ids. */
const twitterEpoch = 1_288_834_974_657n;

/**
 * The day (UTC) a post was sent, from its id: the upper bits of a Twitter id are the milliseconds since its epoch.
 * @throws RangeError where the text is no id of that kind
 */
export function timeOfTweet(id: string): Day {
  if (!/^\d{10,19}$/.test(id)) throw new RangeError("a post's id is 10 to 19 digits");
  return new Date(Number((BigInt(id) >> 22n) + twitterEpoch)).toISOString().slice(0, 10);
}

/** The day a counter such as "jour 991" stands for; day number 1 is the counter's first. */
export const dayOfCounter = ({ dayOne }: Lexicon["dayCounters"][number], number: number): Day =>
  addDays(dayOne, number - 1);
