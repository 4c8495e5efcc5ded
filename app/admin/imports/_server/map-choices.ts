import type { Choice, MapChoices } from "@/components/admin/imports/map-shown";
import { readingWords } from "@/components/admin/reading/reading-words";
import type { Reader } from "@/db/client";
import { listDatasets } from "@/db/queries/list-datasets";
import { listDeskChoices } from "@/db/queries/list-desk-choices";
import type { Localized } from "@/domain/figure";
import type { ImportMap } from "@/domain/import/map";
import {
  agentKinds,
  comparators,
  dateBases,
  datePrecisions,
  type Locale,
  languages,
  modalities,
  pers,
  placeKinds,
  ranks,
  statistics,
} from "@/domain/vocabulary";
import { deskMessagesOf } from "@/messages/desk";
import { importMessagesOf } from "@/messages/imports";
import { messagesOf } from "@/messages/messages";

type Named = { readonly slug: string; readonly name: Localized };

/** What the boxes of the columns offer, what the map brings along included, in the language of the desk. */
export async function mapChoices(
  db: Reader,
  locale: Locale,
  lists: ImportMap["lists"] = {},
): Promise<MapChoices> {
  const [choices, datasets] = await Promise.all([listDeskChoices(db), listDatasets(db)]);
  const { kinds } = importMessagesOf(locale);
  const named = (entries: readonly Named[], brought: readonly Named[] = []): Choice[] =>
    [...entries, ...brought.filter(({ slug }) => entries.every((one) => one.slug !== slug))]
      .map(({ slug, name }): Choice => [slug, name[locale]])
      .sort(([, a], [, b]) => a.localeCompare(b, locale));
  const worded = <Word extends string>(words: readonly Word[], says: Readonly<Record<Word, string>>) =>
    words.map((word): Choice => [word, says[word] || word]);
  const { comparator, statistic, modality, precisions, bases, pers: perWords } = readingWords(locale);
  const { rank, languageName } = messagesOf(locale);
  const { history } = deskMessagesOf(locale);
  return {
    metrics: named(choices.metrics, lists.metrics),
    agents: named(choices.agents, lists.agents),
    places: named(choices.places, lists.places),
    units: named(choices.units, lists.units),
    datasets: datasets.map(({ slug, title }): Choice => [slug, title]),
    closed: {
      comparator: worded(comparators, comparator),
      statistic: worded(statistics, statistic),
      per: worded(pers, perWords),
      modality: worded(modalities, modality),
      hearsay: [
        ["true", history.yes],
        ["false", history.no],
      ],
      period_precision: worded(datePrecisions, precisions),
      period_basis: worded(dateBases, bases),
      reported_on_basis: worded(dateBases, bases),
      rank: worded(ranks, rank),
      sentence_lang: worded(languages, languageName),
    },
    agentKinds: worded(agentKinds, kinds),
    placeKinds: worded(placeKinds, kinds),
  };
}
