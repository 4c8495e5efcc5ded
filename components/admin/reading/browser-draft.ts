import type { Edits, Operation, SuggestionId } from "./reading";

/** What an editor changed and decided that the server has not taken yet. */
export type Unsaved = {
  readonly edits: Readonly<Record<SuggestionId, Edits>>;
  readonly queue: readonly Operation[];
};

/**
 * Kept in the browser so that a reload, a sign-out or a restart of the server loses nothing. One entry per article and
 * editor; it says which version of the text it is of.
 */
type Kept = Partial<Unsaved> & { readonly version: number };

const nothing: Unsaved = { edits: {}, queue: [] };

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const nameOf = (editor: string, source: string) => `verbatim:draft:${editor}:${source}`;

/** What is kept for an article; nothing where it is of another text, or cannot be read. */
export function takeUnsaved(shelf: Shelf, editor: string, source: string, version: number): Unsaved {
  try {
    const kept = JSON.parse(shelf.getItem(nameOf(editor, source)) ?? "null") as Kept | null;
    return kept?.version === version ? { edits: kept.edits ?? {}, queue: kept.queue ?? [] } : nothing;
  } catch {
    return nothing; // storage is switched off, or someone wrote in it: the article is read without
  }
}

/** Keeps what is unsaved, or forgets the entry where nothing is. @returns false where the browser keeps nothing */
export function keepUnsaved(
  shelf: Shelf,
  editor: string,
  source: string,
  version: number,
  unsaved: Unsaved,
): boolean {
  const name = nameOf(editor, source);
  try {
    if (Object.keys(unsaved.edits).length + unsaved.queue.length === 0) shelf.removeItem(name);
    else shelf.setItem(name, JSON.stringify({ version, ...unsaved } satisfies Kept));
    return true;
  } catch {
    return false;
  }
}

/** What is asked, and what was decided in all; as it was when a page was being left. */
export type Leaving = { readonly queue: readonly Operation[]; readonly done: readonly Operation[] };

/**
 * What the next page asks again: what was in the queue as this one was left. The next page may have been written before
 * the server took it, though its answer still reaches this one. Whoever stays and decides anew is not leaving.
 */
export const askedSince = (left: Leaving | null, { queue, done }: Leaving): readonly Operation[] =>
  left?.done === done ? left.queue : queue;
