"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import type { Locale } from "@/domain/vocabulary";
import type { DeskMessages } from "@/messages/desk";
import { type IntakeAction, noPaste } from "./intake";
import { PasteFields } from "./paste-fields";
import { SourceCardForm } from "./source-card-form";

type Props = {
  action: IntakeAction;
  outlets: readonly { readonly slug: string; readonly name: string }[];
  words: DeskMessages["article"];
  changes: DeskMessages["changes"];
  locale: Locale;
};

/** An article on its way in: the box to paste into, then its card to check. One form at a time, with or without script. */
export function ArticleIntake({ action, outlets, words, changes, locale }: Props) {
  const [intake, submit, busy] = useKeptAction(action, noPaste);
  return (
    <form action={submit} className="intake">
      {intake.step === "paste" ? (
        <PasteFields
          key="paste"
          text={intake.text}
          problem={intake.problem && words.problem[intake.problem]}
          {...{ words, busy }}
          atOnce
        />
      ) : (
        <SourceCardForm
          key="card"
          {...{ outlets, words, locale, busy }}
          card={intake.card}
          problems={intake.problems}
          known={intake.known ?? null}
          changes={changes}
        />
      )}
    </form>
  );
}
