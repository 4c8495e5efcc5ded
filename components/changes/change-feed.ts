import { createTranslator } from "next-intl";
import { type Change, type ChangeGroup, fieldsChanged, type Publish } from "@/domain/change";
import { headlineText } from "@/domain/claim-text";
import type { FeedEntry } from "@/domain/feed/atom";
import { element, type Xml } from "@/domain/feed/xml";
import type { Anchor } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { claimWords } from "../figures/claim-words";
import { changedTexts } from "./changed-texts";

export type FeedPlace = {
  readonly locale: Locale;
  /** The address of the site without a final slash. */
  readonly site: string;
  /** The id of the entry of a figure that a publish changed: the same for ever, in every feed of the language. */
  readonly idOfChange: (publish: Publish, figureId: string) => string;
  /** The id of the one entry for all a publish changed in one way: of this feed, since it holds what its filters keep. */
  readonly idOfGroup: (publish: Publish, group: ChangeGroup) => string;
  /** The address of all changes of a kind in a publish, under the filters of the feed. */
  readonly allOf: (publish: Publish, group: ChangeGroup) => string;
};

/**
 * Publishes as entries of a feed: one a figure; but one for all where a publish changed so many in one way that not each
 * of them is told, so that a load of thousands does not push every correction out of sight.
 */
export const feedEntries = (publishes: readonly Publish[], place: FeedPlace): FeedEntry[] =>
  publishes.flatMap((publish) =>
    publish.groups.flatMap((group) =>
      group.count > group.changes.length
        ? [groupEntry(publish, group, place)]
        : group.changes.map((change) => changeEntry(publish, change, place)),
    ),
  );

const translator = (locale: Locale) => createTranslator({ locale, messages: messagesOf(locale) });

function changeEntry(publish: Publish, change: Change, { locale, site, idOfChange }: FeedPlace): FeedEntry {
  const t = translator(locale);
  const { kind, after, revision, reason } = change;
  const page = `${site}/${locale}/figures/${after.id}`;
  const why = reason === null ? null : t("changes.reason", { reason });
  const differences = differencesOf(change, locale);
  const states: [address: string, words: string][] = [
    [`${page}?as_of=${revision - 1}`, t("changes.stood")],
    [`${page}?as_of=${revision}`, t("changes.became")],
    [page, t("changes.stands")],
  ];
  return {
    ...headOf(change, locale),
    id: idOfChange(publish, after.id),
    updated: change.at,
    url: `${page}?as_of=${revision}`,
    summary: [
      ...differences.map((difference) => t("changes.difference", difference)),
      ...(why === null ? [] : [why]),
      after.anchor.sentence,
    ].join(" · "),
    content: fragment(
      element("p", {}, `${t(`changes.kind.${kind}`)}, ${t(`changes.meaning.${kind}`)}`),
      differences.length === 0 ? null : differenceList(differences, locale),
      why === null ? null : element("p", {}, why),
      quote(after.anchor),
      element("p", {}, after.anchor.sourceTitle),
      fragment(
        ...(change.before === null ? states.slice(2) : states).map(([href, words]) =>
          element("p", {}, element("a", { href }, words)),
        ),
      ),
    ),
  };
}

const headOf = ({ kind, after }: Change, locale: Locale) => {
  const t = translator(locale);
  const claim = headlineText(after, locale, claimWords(locale, [after]));
  return {
    title: `${t(`changes.kind.${kind}`)} – ${after.metric.name[locale]} – ${claim}`,
    category: { term: kind, label: t(`changes.kind.${kind}`) },
  };
};

function groupEntry(publish: Publish, group: ChangeGroup, place: FeedPlace): FeedEntry {
  const { locale } = place;
  const t = translator(locale);
  const { kind, count, changes } = group;
  const url = place.allOf(publish, group);
  const claims = changes.map(({ after }) => headlineText(after, locale, claimWords(locale, [after])));
  return {
    id: place.idOfGroup(publish, group),
    title: t(`changes.count.${kind}`, { count }),
    updated: publish.at,
    url,
    summary: `${claims.join(" · ")} …`,
    content: fragment(
      ...changes.map(({ after }, index) => fragment(element("p", {}, claims[index]!), quote(after.anchor))),
      element("p", {}, element("a", { href: url }, t("changes.all", { count: String(count) }))),
    ),
    category: { term: kind, label: t(`changes.kind.${kind}`) },
  };
}

type Difference = { readonly field: string; readonly before: string; readonly after: string };

function differencesOf({ kind, before, after }: Change, locale: Locale): Difference[] {
  if (before === null || kind === "retraction") return [];
  const t = translator(locale);
  const words = claimWords(locale, [before, after]);
  return fieldsChanged(before, after).map((field) => ({
    field: t(`changes.field.${field}`),
    ...changedTexts(field, before, after, locale, words),
  }));
}

/** As in the summary, the old words struck out. */
const differenceList = (differences: readonly Difference[], locale: Locale): Xml =>
  element(
    "ul",
    {},
    ...differences.map((difference) =>
      element(
        "li",
        {},
        ...messagesOf(locale)
          .changes.difference.split(/\{(\w+)\}/)
          .map((part) => marked(part, difference)),
      ),
    ),
  );

const marked = (part: string, { field, before, after }: Difference): string | Xml =>
  part === "field"
    ? field
    : part === "before"
      ? element("del", {}, before)
      : part === "after"
        ? element("ins", {}, after)
        : part;

const quote = ({ sentence, sentenceLang: lang, numberStart, numberEnd }: Anchor): Xml =>
  element(
    "blockquote",
    { lang },
    sentence.slice(0, numberStart),
    element("mark", {}, sentence.slice(numberStart, numberEnd)),
    sentence.slice(numberEnd),
  );

const fragment = (...parts: readonly (Xml | null)[]): Xml => ({
  xml: parts.map((part) => part?.xml ?? "").join(""),
});
