import type { FigureFormState } from "@/components/admin/history/figure-form-state";
import { fieldLabel, fieldWords, tellingIn } from "@/components/admin/history/telling";
import { listFigureNames } from "@/db/queries/list-names";
import { mergeDrafts } from "@/domain/merge-drafts";
import type { FigureState } from "@/domain/result";
import type { Posted, Saving } from "./save-form";

/**
 * The form of a save that came too late: what only one of the two changed is taken from who changed it, and each
 * clash shows what the three have. It is saved next against what stands now.
 */
export async function mergedForm(
  { db, locale }: Pick<Saving, "db" | "locale">,
  { mine, state }: Posted,
  current: FigureState,
): Promise<FigureFormState> {
  const { base: original } = state;
  const theirs = current.figure;
  const { merged, conflicts, taken } = mergeDrafts(original, mine, theirs);
  const telling = tellingIn(locale, await listFigureNames(db, [original, mine, theirs]));
  return {
    ...state,
    figure: merged,
    base: theirs,
    rowVersion: current.rowVersion,
    merge: {
      taken: taken.map((field) => fieldLabel(field, telling)),
      conflicts: conflicts.map(({ field }) => ({
        field,
        label: fieldLabel(field, telling),
        original: fieldWords(field, original, telling),
        mine: fieldWords(field, mine, telling),
        theirs: fieldWords(field, theirs, telling),
      })),
    },
  };
}
