import type { Edits, SuggestionId } from "./reading";

/**
 * What an editor changed and has not saved, kept in the browser so that a reload, a sign-out or a restart of the server
 * loses nothing. One entry per article and editor; it says which version of the text it is of.
 */
type Kept = { readonly version: number; readonly edits: Record<SuggestionId, Edits> };

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const nameOf = (editor: string, source: string) => `verbatim:draft:${editor}:${source}`;

/** The edits kept for an article; none where there are none, they are of another text, or they cannot be read. */
export function takeEdits(
  shelf: Shelf,
  editor: string,
  source: string,
  version: number,
): Readonly<Record<SuggestionId, Edits>> {
  try {
    const kept = JSON.parse(shelf.getItem(nameOf(editor, source)) ?? "null") as Kept | null;
    return kept?.version === version ? kept.edits : {};
  } catch {
    return {}; // storage is switched off, or someone wrote in it: the article is read without
  }
}

/** Keeps the edits, or forgets the entry where there are none. @returns false where the browser keeps nothing */
export function keepEdits(
  shelf: Shelf,
  editor: string,
  source: string,
  version: number,
  edits: Readonly<Record<SuggestionId, Edits>>,
): boolean {
  const name = nameOf(editor, source);
  try {
    if (Object.keys(edits).length === 0) shelf.removeItem(name);
    else shelf.setItem(name, JSON.stringify({ version, edits } satisfies Kept));
    return true;
  } catch {
    return false;
  }
}
