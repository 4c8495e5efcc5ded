import { eq } from "drizzle-orm";
import type { FigureInput } from "@/domain/inputs";
import type { Database } from "../client";
import { sources } from "../schema/sources";
import { aSource, on, published, storkFigure, type TestSource } from "./makers";

const sentences = {
  most: "Selon le ministère russe de la Défense, l’Ukraine ne tiendrait plus que 150 km² dans la région.",
  range: "L’état-major parle de 380 à 420 km² tenus dans la région.",
  villages: "L’Ukraine dit tenir environ 100 villages dans la région.",
  few: "Le ministère russe de la Défense ne reconnaît que 12 villages perdus.",
  average: "En moyenne, l’entreprise compte 90 villages tenus.",
} as const;
type Line = keyof typeof sentences;

const [ukraine, ministry] = ["ukraine", "russian-ministry-of-defence"];

function claim(source: TestSource, line: Line, number: string, agent: string, wish: Partial<FigureInput>) {
  const sentence = sentences[line];
  const sentenceStart = source.text.indexOf(sentence);
  const sentenceEnd = sentenceStart + sentence.length;
  const [comparator, cue, numberStart] = [wish.comparator ?? "=", wish.cue ?? null, sentence.indexOf(number)];
  const attribution = [
    { role: "claimed_by", agent, asPrinted: null },
    { role: "published_by", agent: "unnamed-outlet", asPrinted: null },
  ] as const;
  const mention = {
    ...{ source: source.slug, sentence, sentenceStart, sentenceEnd, comparator, cue },
    prefix: source.text.slice(Math.max(0, sentenceStart - 8), sentenceStart),
    suffix: source.text.slice(sentenceEnd, sentenceEnd + 8),
    ...{ numberStart, numberEnd: numberStart + number.length, numberText: number },
    readsAs: wish.value ?? null,
    attribution: [...attribution],
  };
  const about = { subject: ukraine, place: "kursk-region", metric: "villages-held", unit: "village" };
  return storkFigure(source, {
    ...about,
    comparator,
    cue,
    value: null,
    reportedOn: on("2025-02-20"),
    ...wish,
    mentions: [mention],
  });
}

/**
 * Publishes claims on a running site that contradict each other about the seeds' own metrics, once however often it is
 * asked: two armies on territory and on villages, a range by hearsay, and an average that is nothing to compare with.
 * The text is invented.
 */
export async function plantRivals({ db }: Database): Promise<void> {
  const known = await db.select().from(sources).where(eq(sources.slug, "rival-report"));
  if (known.length > 0) return;
  const source = await aSource(db, {
    slug: "rival-report",
    title: "Ce que disent les uns et les autres",
    publisher: "unnamed-outlet",
    passages: [Object.values(sentences).join(" ")],
    published: on("2025-02-20"),
  });
  const area = { metric: "territory-held", unit: "km2" } as const;
  await published(
    db,
    claim(source, "most", "150", ministry, {
      ...{ ...area, publicId: "r1va1aaa", value: "150", comparator: "<=", cue: "ne … plus que" },
      ...{ hearsay: true, period: on("2025-02-16") },
    }),
    claim(source, "range", "380 à 420", "oleksandr-syrskyi", {
      ...{
        ...area,
        publicId: "r1va1aab",
        low: "380",
        high: "420",
        comparator: "range",
        period: on("2025-02-14"),
      },
    }),
    claim(source, "villages", "100", ukraine, {
      ...{ publicId: "r1va1aac", value: "100", comparator: "~", cue: "environ", period: on("2024-09-10") },
    }),
    claim(source, "few", "12", ministry, { publicId: "r1va1aad", value: "12", period: on("2024-09-12") }),
    claim(source, "average", "90", "helsing", {
      ...{ publicId: "r1va1aae", value: "90", statistic: "average", period: on("2024-09-12") },
    }),
  );
}
