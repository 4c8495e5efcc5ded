import { embedded, type Site } from "./accounts";
import { plant } from "./plant";

/** Every row of every table that holds a word, as "table (columns)", by word; and whether the audit's chain holds. */
export type Kept = { readonly sound: boolean; readonly rows: Readonly<Record<string, readonly string[]>> };

/** Asks the database of a site what is kept that holds one of the words. */
export const rowsHolding = (words: readonly string[], site: Site = embedded) =>
  plant<Kept>("rowsHolding", site, words);

/** Lets the sessions of people run out. */
export const expireSessions = (editorIds: readonly string[], site: Site = embedded) =>
  plant<null>("expireSessions", site, editorIds);
