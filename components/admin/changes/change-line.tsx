import { diffWords } from "@/domain/diff-words";
import type { Span } from "@/domain/extract/proposal";
import { fill } from "@/domain/format";
import type { CarryoverState, Language } from "@/domain/vocabulary";
import type { DeskMessages } from "@/messages/desk";
import { ChangedSentence } from "./changed-sentence";

/** A sentence that a figure stands in, as it was and as it is in the newest text; null where it is gone. */
export type Change = {
  readonly id: number;
  readonly figure: { readonly publicId: string };
  readonly mention: number;
  readonly state: CarryoverState;
  readonly was: { readonly version: number; readonly sentence: string; readonly number: Span };
  readonly now: { readonly sentence: string; readonly number: Span | null } | null;
};

type Props = {
  change: Change;
  lang: Language;
  words: DeskMessages["changes"];
  seen: (form: FormData) => void | Promise<void>;
};

/** One sentence to look at: what it said beside what it says, the way to its figure, and the word that it was seen. */
export function ChangeLine({ change, lang, words, seen }: Props) {
  const { id, figure, mention, state, was, now } = change;
  const pieces = diffWords(was.sentence, now?.sentence ?? was.sentence);
  const named = fill(mention === 0 ? words.figure : words.mention, { id: figure.publicId });
  return (
    <li className="change-line" data-change={id} tabIndex={-1} aria-labelledby={`change-${id}`}>
      <h2 id={`change-${id}`}>
        {words.state[state]} · {named}
      </h2>
      <div className="change-sides">
        <section>
          <h3>{fill(words.was, { version: was.version })}</h3>
          <ChangedSentence pieces={pieces.before} number={was.number} lang={lang} as="del" />
        </section>
        <section>
          <h3>{words.now}</h3>
          {now === null ? (
            <p>{words.gone}</p>
          ) : (
            <>
              <ChangedSentence pieces={pieces.after} number={now.number} lang={lang} as="ins" />
              {now.number === null && <p>{words.lost}</p>}
            </>
          )}
        </section>
      </div>
      <form action={seen} className="change-actions">
        <input type="hidden" name="carryover" value={id} />
        <button type="submit" data-key="seen" aria-describedby={`change-${id}`}>
          {words.seen} <kbd>v</kbd>
        </button>
        <a href={`/admin/figures/${figure.publicId}?edit`} data-key="edit" aria-describedby={`change-${id}`}>
          {words.edit} <kbd>e</kbd>
        </a>
      </form>
    </li>
  );
}
