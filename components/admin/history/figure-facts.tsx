import type { FigureInput } from "@/domain/inputs";
import { Fact } from "../../ui/fact";
import { type Field, fieldLabel, fieldWords, quantityOf, speakersOf, type Telling } from "./telling";

type Props = { figure: FigureInput; telling: Telling };

/** Told even when empty: a reviewer must see that nobody is named and that no period is known. */
const always = ["metric", "subject", "place", "period", "reportedOn", "modality", "statistic"] as const;
/** Told where they say more than the usual. */
const whereSaid: readonly [Field, (figure: FigureInput) => boolean][] = [
  ["per", ({ per }) => per !== null],
  ["cue", ({ cue }) => cue !== null],
  ["hearsay", ({ hearsay }) => hearsay],
  ["rank", ({ rank }) => rank !== "normal"],
  ["supersedes", ({ supersedes }) => supersedes !== null],
  ["note", ({ note }) => note !== null],
];

/** Every field of a figure in words. */
export function FigureFacts({ figure, telling }: Props) {
  const { reading, history } = telling;
  const [anchor] = figure.mentions;
  const fields = [...always, ...whereSaid.flatMap(([field, said]) => (said(figure) ? [field] : []))];
  const claimed = anchor?.attribution.some(({ role }) => role === "claimed_by" || role === "estimated_by");
  return (
    <dl className="facts desk-facts">
      <Fact term={reading.field.value}>{quantityOf(figure, telling) ?? history.noNumber}</Fact>
      <Fact term={reading.field.attribution}>
        {claimed ? null : `${history.unattributed}. `}
        {anchor && speakersOf(anchor, telling)}
      </Fact>
      {fields.map((field) => (
        <Fact key={field} term={fieldLabel(field, telling)}>
          {fieldWords(field, figure, telling)}
        </Fact>
      ))}
      {figure.mentions.length > 1 && (
        <Fact term={fieldLabel("mentions", telling)}>{fieldWords("mentions", figure, telling)}</Fact>
      )}
    </dl>
  );
}
