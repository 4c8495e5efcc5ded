import type { FigureFormState } from "@/components/admin/history/figure-form-state";
import type { Reader } from "@/db/client";
import { findDraft } from "@/db/queries/find-draft";
import { findFigureState } from "@/db/queries/find-figure-state";

/** The form of a figure before the first try: its draft, else what is published; null where it has neither. */
export async function formOfFigure(db: Reader, publicId: string): Promise<FigureFormState | null> {
  const blank = { tries: 0, fields: {}, said: null, problem: null, merge: null } as const;
  const draft = await findDraft(db, publicId);
  if (draft !== null) {
    const { figure, rowVersion, change, changeReason, overrides, findings } = draft;
    return {
      ...blank,
      ...{ figure, base: figure, rowVersion, findings },
      change: change === "correction" ? "correction" : "revision",
      changeReason: changeReason ?? "",
      reasons: Object.fromEntries(overrides.map(({ rule, reason }) => [rule, reason])),
    };
  }
  const state = await findFigureState(db, publicId);
  if (state === null) return null;
  const { figure, rowVersion } = state;
  return {
    ...blank,
    ...{ figure, base: figure, rowVersion, change: "revision", changeReason: "", reasons: {}, findings: [] },
  };
}
