"use client";

import { useActionState } from "react";
import type { Locale } from "@/domain/vocabulary";
import type { DeskMessages } from "@/messages/desk";
import { type IntakeAction, noPaste } from "./intake";
import { PasteBox } from "./paste-box";
import { SourceCardForm } from "./source-card-form";

type Props = {
  action: IntakeAction;
  outlets: readonly { readonly slug: string; readonly name: string }[];
  words: DeskMessages["article"];
  locale: Locale;
};

/** An article on its way in: the box to paste into, then its card to check. One form at a time, with or without script. */
export function ArticleIntake({ action, outlets, words, locale }: Props) {
  const [intake, submit, busy] = useActionState(action, noPaste);
  return (
    <form action={submit} className="intake">
      {intake.step === "paste" ? (
        <PasteBox key="paste" {...{ intake, words, busy }} />
      ) : (
        <SourceCardForm
          key="card"
          {...{ outlets, words, locale, busy }}
          card={intake.card}
          problems={intake.problems}
        />
      )}
    </form>
  );
}
