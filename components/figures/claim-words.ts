import type { Agent, Figure } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import type { ChartWords } from "../charts/chart-words";

/** The words of claims and charts in a language, with the names of the agents in view as running text has them. */
export function claimWords(locale: Locale, figures: readonly Figure[]): ChartWords {
  const agents = figures
    .flatMap((figure) => [figure.claimant, figure.subject])
    .filter((agent) => agent !== null);
  return {
    ...messagesOf(locale).chart,
    inSentence: Object.fromEntries(agents.map((agent) => namedInSentence(agent, locale))),
  };
}

const namedInSentence = (agent: Agent, locale: Locale) => [
  agent.slug,
  agent.inSentence?.[locale] ?? agent.name[locale],
];
