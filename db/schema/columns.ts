import { date, integer, pgEnum, text, timestamp } from "drizzle-orm/pg-core";
import {
  agentKinds,
  attributionRoles,
  carryoverStates,
  changeKinds,
  comparators,
  dateBases,
  datePrecisions,
  extents,
  importOutcomes,
  importStates,
  languages,
  linkAnswers,
  linkKinds,
  locales,
  metricGroups,
  metricKinds,
  modalities,
  objectionAbouts,
  objectionOutcomes,
  pers,
  placeKinds,
  publicationRoutes,
  ranks,
  reviewDecisions,
  statistics,
  statuses,
  suggestionOutcomes,
  tokenScopes,
} from "../../domain/vocabulary";

export const statusEnum = pgEnum("status", statuses);
export const comparatorEnum = pgEnum("comparator", comparators);
export const statisticEnum = pgEnum("statistic", statistics);
export const perEnum = pgEnum("per", pers);
export const modalityEnum = pgEnum("modality", modalities);
export const datePrecisionEnum = pgEnum("date_precision", datePrecisions);
export const dateBasisEnum = pgEnum("date_basis", dateBases);
export const rankEnum = pgEnum("rank", ranks);
export const metricKindEnum = pgEnum("metric_kind", metricKinds);
export const metricGroupEnum = pgEnum("metric_group", metricGroups);
export const agentKindEnum = pgEnum("agent_kind", agentKinds);
export const attributionRoleEnum = pgEnum("attribution_role", attributionRoles);
export const extentEnum = pgEnum("extent", extents);
export const languageEnum = pgEnum("language", languages);
export const placeKindEnum = pgEnum("place_kind", placeKinds);
export const changeKindEnum = pgEnum("change_kind", changeKinds);
export const publicationRouteEnum = pgEnum("publication_route", publicationRoutes);
export const reviewDecisionEnum = pgEnum("review_decision", reviewDecisions);
export const suggestionOutcomeEnum = pgEnum("suggestion_outcome", suggestionOutcomes);
export const importStateEnum = pgEnum("import_state", importStates);
export const importOutcomeEnum = pgEnum("import_outcome", importOutcomes);
export const tokenScopeEnum = pgEnum("token_scope", tokenScopes);
export const objectionAboutEnum = pgEnum("objection_about", objectionAbouts);
export const objectionOutcomeEnum = pgEnum("objection_outcome", objectionOutcomes);
export const linkKindEnum = pgEnum("link_kind", linkKinds);
export const linkAnswerEnum = pgEnum("link_answer", linkAnswers);
export const localeEnum = pgEnum("locale", locales);
export const carryoverStateEnum = pgEnum("carryover_state", carryoverStates);

/** A serial key that only the database hands out. */
export const key = () => integer().primaryKey().generatedAlwaysAsIdentity();

export const createdAt = () => timestamp({ withTimezone: true }).notNull().defaultNow();

/** Raised by every save; a save carrying a stale one is refused as a conflict. */
export const rowVersion = () => integer().notNull().default(1);

/** Since when it is offered no more where something is chosen; what names it already keeps doing so. */
export const retiredAt = () => timestamp({ withTimezone: true });

/** The same words in each language of the interface. */
export const name = { nameFr: text().notNull(), nameEn: text().notNull() };

/** What is known of when something was published. */
export const publishedColumns = {
  publishedStart: date({ mode: "string" }),
  publishedEnd: date({ mode: "string" }),
  publishedPrecision: datePrecisionEnum().notNull(),
  publishedBasis: dateBasisEnum().notNull(),
  publishedReasoningFr: text(),
  publishedReasoningEn: text(),
};

/** What is known of when the value holds. */
export const periodColumns = {
  periodStart: date({ mode: "string" }),
  periodEnd: date({ mode: "string" }),
  periodPrecision: datePrecisionEnum().notNull(),
  periodBasis: dateBasisEnum().notNull(),
  periodReasoningFr: text(),
  periodReasoningEn: text(),
};

/** What is known of when the claim was made public. */
export const reportedColumns = {
  reportedStart: date({ mode: "string" }),
  reportedEnd: date({ mode: "string" }),
  reportedPrecision: datePrecisionEnum().notNull(),
  reportedBasis: dateBasisEnum().notNull(),
  reportedReasoningFr: text(),
  reportedReasoningEn: text(),
};
