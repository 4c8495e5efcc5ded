/**
 * The closed lists of the collection. Each tuple feeds the PostgreSQL enum, the Zod schema, the select box
 * and the method page; nothing else may spell them out again. The words are explained in docs/method.md.
 */

/** How far along a figure is on its way to readers. */
export const statuses = ["draft", "in_review", "published", "retracted"] as const;
export type Status = (typeof statuses)[number];

/** How the number is bounded: `~` about, `range` only low and high are stated. */
export const comparators = ["=", "~", "<", "<=", ">", ">=", "range"] as const;
export type Comparator = (typeof comparators)[number];

/** What kind of statement about the metric the value is. */
export const statistics = ["point", "average", "total", "cumulative", "change", "share"] as const;
export type Statistic = (typeof statistics)[number];

/** The unit of time a rate is stated per. */
export const pers = ["day", "week", "month"] as const;
export type Per = (typeof pers)[number];

/** How the claimant stands behind the value. */
export const modalities = ["claimed", "estimated", "confirmed", "denied", "announced"] as const;
export type Modality = (typeof modalities)[number];

export const datePrecisions = ["day", "month", "season", "year", "unknown"] as const;
export type DatePrecision = (typeof datePrecisions)[number];

/** How a date is known: printed, worked out from something printed, guessed with a reason, or not at all. */
export const dateBases = ["stated", "computed", "inferred", "unknown"] as const;
export type DateBasis = (typeof dateBases)[number];

export const ranks = ["preferred", "normal", "deprecated"] as const;
export type Rank = (typeof ranks)[number];

/** A stock stands until the next report; a flow or an event belongs to its period alone. */
export const metricKinds = ["stock", "flow", "event", "share"] as const;
export type MetricKind = (typeof metricKinds)[number];

export const agentKinds = [
  "person",
  "government_body",
  "armed_force",
  "country",
  "organisation",
  "outlet",
  "unnamed_group",
] as const;
export type AgentKind = (typeof agentKinds)[number];

/** The links of an attribution, in the order they may stand: who says, who passes it on, who prints it. */
export const attributionRoles = ["claimed_by", "estimated_by", "relayed_by", "published_by"] as const;
export type AttributionRole = (typeof attributionRoles)[number];

/** How much of the original a source version holds; `records` are rows of a table, kept one by one. */
export const extents = ["full", "excerpts", "records"] as const;
export type Extent = (typeof extents)[number];

export const languages = ["fr", "en", "uk", "ru"] as const;
export type Language = (typeof languages)[number];

export const placeKinds = ["country", "region", "town", "zone"] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** Why a later revision of a figure exists: new information, or the repair of our own error. */
export const changeKinds = ["first", "revision", "correction", "retraction"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** On whose authority a revision reached readers. `review_off` is recorded where an instance runs without review. */
export const publicationRoutes = ["review", "seed", "review_off"] as const;

export const reviewDecisions = ["approve", "send_back"] as const;

/** What became of a number the reader proposed. */
export const suggestionOutcomes = ["pending", "accepted", "rejected"] as const;
export type SuggestionOutcome = (typeof suggestionOutcomes)[number];

/** How a sentence fared when its source's text changed. */
export const carryoverStates = ["same", "changed", "gone"] as const;
export type CarryoverState = (typeof carryoverStates)[number];

/** The shelves of the dashboard, in reading order. */
export const metricGroups = ["territory", "settlements", "forces", "drones", "losses", "supplies"] as const;
export type MetricGroup = (typeof metricGroups)[number];

/** How far an imported file has come. */
export const importStates = [
  "uploaded",
  "checking",
  "checked",
  "importing",
  "imported",
  "failed",
  "undone",
] as const;
export type ImportState = (typeof importStates)[number];

/** What an import did to a figure. */
export const importOutcomes = ["new", "changed"] as const;

/** What a script may do in the name of whoever made its token. */
export const tokenScopes = ["drafts"] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** What a reader may read differently than we do. */
export const objectionAbouts = ["value", "claimant", "date", "other"] as const;
export type ObjectionAbout = (typeof objectionAbouts)[number];

/** What became of an objection: `accepted` leads to a new revision of its figure. */
export const objectionOutcomes = ["open", "accepted", "declined"] as const;

/** The two addresses a source may have. */
export const linkKinds = ["original", "archived"] as const;
export type LinkKind = (typeof linkKinds)[number];

/**
 * How an address answered when it was last asked: there, there under another address, not there any more, refused to
 * machines, no answer at all, or an address that the site does not ask.
 */
export const linkAnswers = ["there", "moved", "gone", "refused", "silent", "unasked"] as const;
export type LinkAnswer = (typeof linkAnswers)[number];

export const locales = ["fr", "en"] as const;
export type Locale = (typeof locales)[number];
