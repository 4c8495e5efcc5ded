/** What a generated collection is made of: counts, and how each figure `n` is made by arithmetic, as SQL. */
export type Shape = {
  readonly metrics: number;
  readonly agents: number;
  readonly places: number;
  readonly sources: number;
  /** Kind of metric `n`, and days after which a held value is doubted. */
  readonly kind: string;
  readonly silence: string;
  /** The metric of figure `n`, and who stands at `position` of its attribution. */
  readonly metricOf: string;
  readonly agentOf: string;
  readonly value: string;
  /** How many days figures are spread over. */
  readonly days: number;
  /** The sentence of figure `n`: what stands before its number, the number as printed, and what follows. */
  readonly before: string;
  readonly number: string;
  readonly after: string;
  /** Whether sentences can be searched for. */
  readonly stems: boolean;
};

/** Forty metrics of equal size and one sentence in many lengths: what tables leaving the site are measured with. */
export const plain: Shape = {
  metrics: 40,
  agents: 60,
  places: 200,
  sources: 500,
  kind: "'flow'",
  silence: "null",
  metricOf: "n % 40 + 1",
  agentOf: "(n + position) % 60 + 1",
  value: "n % 99991",
  days: 700,
  before: "'The figure of '",
  number: "(n % 9973)::text",
  after: `' was given by speaker ' || (n % 50) || ', "as far as is known"' ||
    case when n % 7 = 0 then E',\\nand it was repeated the day after' else '' end || repeat(' and so on', (n % 25)::int) || '.'`,
  stems: false,
};

const counted = "(n::bigint * 7919 % 99991 + 10)";

/**
 * A collection such as a press desk would have: 200 metrics, of which the first is a bulletin that has every fifth
 * figure, the others being of equal size; 40 claimants; sentences in French and in English, each with its own way of
 * writing numbers. Some words stand in half of the sentences, some in a hundredth, some in a ten-thousandth.
 */
export const press: Shape = {
  metrics: 200,
  agents: 40,
  places: 300,
  sources: 2000,
  kind: "(array['flow', 'stock', 'flow', 'event'])[n % 4 + 1]::metric_kind",
  silence: "case when n % 4 = 1 then 60 end",
  metricOf: "case when n % 5 = 0 then 1 else n * 7 % 199 + 2 end",
  agentOf: "(n * 13 + n / 200 + position * 7) % 40 + 1",
  value: counted,
  days: 1400,
  before: `(array[
    'Selon le ministère de la Défense, près de ', 'The general staff said on Tuesday that about ',
    'L’état-major affirme que pas moins de ', 'According to regional officials, more than '])[n % 4 + 1]`,
  number: `case when n % 2 = 0 then translate(to_char(${counted}, 'FM999G999'), ',', chr(8239)) else to_char(${counted}, 'FM999,999') end`,
  after: `case when n % 2 = 0
      then ' cigognes ont été aperçues au marais, près de lieu' || n % 100 || ' et du hameau' || n % 10000 || ', « sans compter celles de la veille », ' || case when n % 3 = 0 then 'a-t-il précisé dans un communiqué repris par plusieurs agences' else 'selon la même source' end
      else ' storks had been seen in the town of place' || n % 100 || ' and around hamlet' || n % 10000 || ', "not counting those of the day before"' || case when n % 3 = 0 then ', a statement that several agencies relayed later in the evening' else '' end
    end || '.'`,
  stems: true,
};
