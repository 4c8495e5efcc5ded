import type { Locale } from "./vocabulary";

/** Turns a path ("/sources?x=1") into the address of that page in the language, and at the revision, of the page it stands on. */
export type HrefTo = (path: string) => string;

/** `asOf` is the revision of the collection that the page is frozen at; undefined where it shows the newest. */
export const addressesIn =
  (locale: Locale, asOf?: string): HrefTo =>
  (path) =>
    `/${locale}${path}${asOf === undefined ? "" : `${path.includes("?") ? "&" : "?"}as_of=${asOf}`}`;
