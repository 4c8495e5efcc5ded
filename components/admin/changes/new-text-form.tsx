"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import type { DeskMessages } from "@/messages/desk";
import { PasteFields } from "../article/paste-fields";
import { type NewTextAction, noNewText } from "./new-text";

type Props = {
  action: NewTextAction;
  words: DeskMessages["changes"];
  article: DeskMessages["article"];
};

/** A box for the text of a known source as it reads now. It is recorded when asked, not when pasted: it stays for ever. */
export function NewTextForm({ action, words, article }: Props) {
  const [{ text, problem, other }, submit, busy] = useKeptAction(action, noNewText);
  return (
    <form action={submit} className="intake">
      <PasteFields
        {...{ text, problem, busy }}
        words={{ ...article, paste: words.paste, pasteHint: words.pasteHint, read: words.add }}
        atOnce={false}
      />
      {other !== null && (
        <p>
          <a href={`/admin/sources/${other}`}>{words.openOther}</a>
        </p>
      )}
    </form>
  );
}
