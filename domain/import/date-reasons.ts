import type { Localized } from "../figure";

/** Kept with the figure and shown to readers, so written as they read it. */

export const inferredPeriod: Localized = {
  fr: "Le tableau donne cette période comme déduite, sans dire comment.",
  en: "The table gives this period as worked out, and does not say how.",
};

export const inferredReport: Localized = {
  fr: "Le tableau ne dit pas quand ce chiffre a été annoncé\u202f; nous retenons le jour qu’il décrit.",
  en: "The table does not say when this was reported; we take the day it describes.",
};
