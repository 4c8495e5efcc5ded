import type { FigureInput } from "@/domain/inputs";
import type { FieldChange } from "@/domain/merge-drafts";
import { fieldLabel, fieldWords, type Telling } from "./telling";

type Props = {
  changes: readonly FieldChange[];
  figure: FigureInput;
  telling: Telling;
  /** What the two columns are. */
  words: { readonly field: string; readonly before: string; readonly after: string };
};

/** What changed from one state of a figure to another, side by side. */
export function ChangeTable({ changes, figure, telling, words }: Props) {
  const told = (field: FieldChange["field"], value: unknown) =>
    fieldWords(field, { ...figure, [field]: value } as FigureInput, telling); // the value is of that very field
  return (
    <div className="change-frame">
      <table className="change-table">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{fieldLabel(field, telling)}</th>
              <td>
                <del>{told(field, before)}</del>
              </td>
              <td>
                <ins>{told(field, after)}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
