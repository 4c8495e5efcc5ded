import { unattributed } from "../figure-query";
import type { FigureInput } from "../inputs";
import {
  attributionOf,
  claimLink,
  comparatorOf,
  link,
  modalityOf,
  namesNobody,
  noteOf,
  periodClaim,
  reportClaim,
} from "./figure-of-content";
import type { ImportField, RowContent } from "./row";

type Mention = FigureInput["mentions"][number];
type Chain = Mention["attribution"];

/** What a table cannot change of a figure that is there already: the sentence it stands in, and whose that is. */
export const fixedFields = [
  "sentence",
  "sentence_lang",
  "source_url",
  "source_title",
  "publisher",
  "source_published_on",
] as const satisfies readonly ImportField[];

/**
 * A figure as it stands, with what a new version of its row changed laid over it: all else, and what editors mended
 * since, stays.
 * @param mention the row, or sentence, it stands in from now on; absent, it stays where it stands
 */
export function withContent(
  figure: FigureInput,
  content: RowContent,
  changed: readonly ImportField[],
  mention?: Mention,
): FigureInput {
  const has = (...fields: readonly ImportField[]) => fields.some((field) => changed.includes(field));
  const plain = Object.fromEntries(
    (
      [
        "metric",
        "subject",
        "place",
        "value",
        "low",
        "high",
        "unit",
        "cue",
        "statistic",
        "per",
        "rank",
      ] as const
    )
      .filter((field) => has(field))
      .map((field) => [field, content[field] ?? null]),
  );
  const speaks = has("claimant", "attribution");
  const { unattributed: _, ...attributed } = figure;
  return {
    ...(speaks ? attributed : figure),
    ...plain,
    ...(has("comparator") ? { comparator: comparatorOf(content) } : {}),
    ...(has("modality") ? { modality: modalityOf(content) } : {}),
    ...(has("hearsay") ? { hearsay: content.hearsay === "true" } : {}),
    ...(has("note") ? { note: noteOf(content) } : {}),
    ...(has("period_start", "period_end", "period_precision", "period_basis")
      ? { period: periodOver(figure, content, changed) }
      : {}),
    ...(has("reported_on", "reported_on_basis") ? { reportedOn: reportOver(figure, content, changed) } : {}),
    ...(speaks && nobodySpeaks(content, changed) ? { unattributed: true } : {}),
    mentions: [anchorOver(figure, content, changed, mention), ...figure.mentions.slice(1)],
  };
}

const nobodySpeaks = (content: RowContent, changed: readonly ImportField[]) =>
  changed.includes("attribution") ? namesNobody(content) : content.claimant === unattributed;

/** The dates that changed, between those that did not; an editor's reasoning stays while its basis does. */
function periodOver({ period }: FigureInput, content: RowContent, changed: readonly ImportField[]) {
  const now = (field: ImportField, before: string | null) =>
    changed.includes(field) ? (content[field] ?? null) : before;
  const claim = periodClaim({
    period_start: now("period_start", period.start),
    period_end: now("period_end", period.end),
    period_precision: now("period_precision", period.precision),
    period_basis: now("period_basis", period.start === null ? null : period.basis),
  });
  return claim.basis === period.basis ? { ...claim, reasoning: period.reasoning } : claim;
}

function reportOver({ reportedOn }: FigureInput, content: RowContent, changed: readonly ImportField[]) {
  const basis = changed.includes("reported_on_basis")
    ? content.reported_on_basis
    : reportedOn.start === null
      ? (content.reported_on_basis ?? null)
      : reportedOn.basis;
  const claim = changed.includes("reported_on")
    ? reportClaim({ reported_on: content.reported_on ?? null, reported_on_basis: basis ?? null })
    : { ...reportedOn, ...pick(reportClaim({ ...content, reported_on_basis: basis ?? null })) };
  return claim.basis === reportedOn.basis ? { ...claim, reasoning: reportedOn.reasoning } : claim;
}

const pick = ({ basis, reasoning }: FigureInput["reportedOn"]) => ({ basis, reasoning });

/** The anchor: moved to a new row where there is one, saying what it says now, by whom it is said now. */
function anchorOver(
  figure: FigureInput,
  content: RowContent,
  changed: readonly ImportField[],
  mention?: Mention,
): Mention {
  const before = figure.mentions[0]!; // a figure stands somewhere, see `figureInput`
  const speaks = changed.some((field) =>
    ["claimant", "attribution", "relayed_by", "modality"].includes(field),
  );
  return {
    ...(mention ?? before),
    comparator: changed.includes("comparator") ? comparatorOf(content) : before.comparator,
    cue: changed.includes("cue") ? (content.cue ?? null) : before.cue,
    attribution: speaks ? chainOver(figure, content, changed) : before.attribution,
  };
}

/** The chain with its changed links exchanged; the words a text uses for an agent stay with that agent. */
function chainOver(figure: FigureInput, content: RowContent, changed: readonly ImportField[]): Chain {
  const chain = figure.mentions[0]!.attribution;
  const publisher = chain.filter(({ role }) => role === "published_by");
  if (changed.includes("attribution")) return attributionOf(content, publisher[0]?.agent ?? "");
  const relays = !changed.includes("relayed_by")
    ? chain.filter(({ role }) => role === "relayed_by")
    : content.relayed_by
      ? [link("relayed_by", content.relayed_by)]
      : [];
  return [...claimOver(figure, content, changed), ...relays, ...publisher];
}

function claimOver(figure: FigureInput, content: RowContent, changed: readonly ImportField[]): Chain {
  const claims = figure.mentions[0]!.attribution.filter(({ role }) =>
    /^(?:claimed|estimated)_by$/.test(role),
  );
  if (!changed.includes("claimant") && !changed.includes("modality")) return claims;
  const speaker = changed.includes("claimant") ? content.claimant : claims[0]?.agent;
  if (!speaker || speaker === unattributed) return [];
  const modality = changed.includes("modality") ? modalityOf(content) : figure.modality;
  const asPrinted = claims.find(({ agent }) => agent === speaker)?.asPrinted ?? null;
  return [{ ...claimLink({ modality }, speaker), asPrinted }];
}
