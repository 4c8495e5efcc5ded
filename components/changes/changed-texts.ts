import { createTranslator } from "next-intl";
import type { ChangedField } from "@/domain/change";
import { attributionText } from "@/domain/claim-text";
import type { AttributionLink, DateClaim, FigureWithMentions } from "@/domain/figure";
import { formatQuantity } from "@/domain/format";
import { formatDate } from "@/domain/format-date";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import type { ChartWords } from "../charts/chart-words";

type Texts = { readonly before: string; readonly after: string };
/** The same said in brief and in full: full is for what looks alike in brief. */
type Said = readonly [brief: string, full: string];

/** One field of a figure in words, as it was and as it became; in full only where the brief words are the same. */
export function changedTexts(
  field: ChangedField,
  before: FigureWithMentions,
  after: FigureWithMentions,
  locale: Locale,
  words: ChartWords,
): Texts {
  const [was, is] = [said(field, before, locale, words), said(field, after, locale, words)];
  const index = was[0] === is[0] ? 1 : 0;
  return { before: was[index], after: is[index] };
}

function said(field: ChangedField, figure: FigureWithMentions, locale: Locale, words: ChartWords): Said {
  const t = createTranslator({ locale, messages: messagesOf(locale) });
  const none = t("changes.none");
  const alike = (text: string | null | undefined): Said => [text || none, text || none];
  const link = ({ role, agent, asPrinted }: AttributionLink) =>
    `${t(`role.${role}`)} ${agent.inSentence?.[locale] ?? agent.name[locale]}${asPrinted ? ` (${asPrinted})` : ""}`;
  const chain = (links: readonly AttributionLink[]) =>
    links.map(link).join(" → ") || t("figure.unattributed");
  const date = (claim: DateClaim): Said => {
    const text = formatDate(claim, locale, "long") ?? words.dateUnknown;
    const brief = claim.basis === "stated" ? text : `${text} (${t(`basis.${claim.basis}`)})`;
    return [brief, claim.reasoning ? `${brief}. ${claim.reasoning[locale]}` : brief];
  };
  switch (field) {
    case "value":
      return alike(formatQuantity(figure, locale, words, { statistic: true }) ?? words.noNumber);
    case "cue":
      return alike(figure.cue);
    case "period":
      return date(figure.period);
    case "reported":
      return date(figure.reportedOn);
    case "claimant":
      return [attributionText({ ...figure, hearsay: false }, locale, words), chain(figure.attribution)];
    case "modality":
      return alike(t(`modality.${figure.modality}`) + (figure.hearsay ? `, ${words.hearsay}` : ""));
    case "subject":
      return alike(figure.subject?.name[locale]);
    case "place":
      return alike(figure.place?.name[locale]);
    case "metric":
      return alike(figure.metric.name[locale]);
    case "sentence": {
      const { sentence, numberStart, numberEnd } = figure.anchor;
      return [sentence, `${sentence} [${sentence.slice(numberStart, numberEnd)}]`];
    }
    case "mentions": {
      const others = figure.mentions.slice(1);
      const told = others.map(({ sentence, attribution }) => `${sentence} (${chain(attribution)})`);
      return [t("changes.sentences", { count: others.length }), told.join(" · ") || none];
    }
    case "note":
      return alike(figure.note?.[locale]);
    case "rank":
      return alike(t(`rank.${figure.rank}`));
    case "supersedes":
      return alike(figure.supersedes);
  }
}
