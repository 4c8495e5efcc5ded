import type { ImportState } from "@/domain/vocabulary";
import type { ImportMessages } from "@/messages/imports";

const steps = ["columns", "check", "take", "after"] as const;
export type Step = (typeof steps)[number];

/** The step an import is at. One that stopped is at the step it stopped in. */
export function stepOf(state: ImportState, checked: boolean): Step {
  switch (state) {
    case "uploaded":
      return "columns";
    case "checking":
      return "check";
    case "checked":
      return "take";
    case "importing":
      return "take";
    case "imported":
    case "undone":
      return "after";
    case "failed":
      return checked ? "take" : "check";
  }
}

/** Where an import stands, of the four steps there are. */
export function Steps({ at, words }: { at: Step; words: ImportMessages["steps"] }) {
  return (
    <ol className="import-steps" aria-label={words.label}>
      {steps.map((step) => (
        <li key={step} aria-current={step === at ? "step" : undefined}>
          {words[step]}
        </li>
      ))}
    </ol>
  );
}
