import type { RefusedRow } from "@/domain/import/make-report";
import type { ImportMap } from "@/domain/import/map";
import type { ImportRule } from "@/domain/import/rules";
import { fieldOfRow, problemFound, problemOf } from "@/domain/import/tell-row";
import { figureInput } from "@/domain/inputs";
import type { ContextMetric } from "@/domain/validate/context";
import { blocks, type Finding } from "@/domain/validate/finding";
import { validateFigure } from "@/domain/validate/validate-figure";
import type { Reader } from "../client";
import { BulkContext, type ContextSource } from "./bulk-context";
import type { PlannedFigure } from "./import-drafts";
import { rowsBetweenBeats } from "./import-readings";

export type CheckedFigure = PlannedFigure & { readonly findings: readonly Finding[] };

/**
 * Runs the one validator on all that is to be written, each held against the collection and the rest of the file as
 * they will stand together. What it blocks is no part of that: it is told apart first, since no block asks about
 * neighbours.
 */
export async function validatePlanned(
  db: Reader,
  map: ImportMap,
  planned: readonly PlannedFigure[],
  beat: () => Promise<void>,
): Promise<{ sound: CheckedFigure[]; refused: RefusedRow[] }> {
  if (planned.length === 0) return { sound: [], refused: [] };
  const context = await openContext(db, map, planned);
  const refused: RefusedRow[] = [];
  const standing: PlannedFigure[] = [];
  for (const [index, one] of planned.entries()) {
    if (index % rowsBetweenBeats === 0) await beat();
    const problems = problemsOf(map, one, context);
    if (problems.length > 0) refused.push({ row: one.row, figure: one.figure, problems });
    else standing.push(one);
  }
  for (const { input, known } of standing) if (known?.publishedRevisionId == null) context.put(input);
  const sound: CheckedFigure[] = [];
  for (const [index, one] of standing.entries()) {
    if (index % rowsBetweenBeats === 0) await beat();
    sound.push({ ...one, findings: validateFigure(one.input, context.contextOf(one.input)) });
  }
  return { sound, refused };
}

/** What is not published speaks by its draft: the one that is about to be written instead of the one there is. */
function openContext(db: Reader, map: ImportMap, planned: readonly PlannedFigure[]): Promise<BulkContext> {
  const drafts = planned.filter(({ known }) => known !== null && known.publishedRevisionId === null);
  const sources = new Map<string, ContextSource>();
  for (const { quoted } of planned) if (quoted !== null) sources.set(quoted.slug, quoted);
  if (map.dataset !== null) sources.set(map.dataset.slug, map.dataset);
  return BulkContext.open(
    db,
    planned.map(({ input }) => input),
    {
      except: new Set(drafts.map(({ input }) => input.publicId)),
      sources,
      metrics: (map.lists?.metrics ?? []).map(
        ({ slug, kind, group, allowedUnits, plausibleLow, plausibleHigh }): ContextMetric => ({
          ...{ slug, kind, group, allowedUnits, plausibleLow, plausibleHigh },
        }),
      ),
    },
  );
}

function problemsOf(map: ImportMap, row: PlannedFigure, context: BulkContext): RefusedRow["problems"] {
  const parsed = figureInput.safeParse(row.input);
  if (!parsed.success)
    return parsed.error.issues.map(({ code, path }) => {
      const rule: ImportRule = code === "too_big" ? "too_long" : "unknown_word";
      return problemOf(map, row, rule, fieldOfRow(path.join(".")));
    });
  const found = blocks(validateFigure(row.input, context.contextAlone(row.input)));
  return found.map((one) => problemFound(map, row, one));
}
