import { z } from "zod";
import { figureCheckInput } from "@/domain/inputs";
import { figureChecks } from "../schema/figures";
import { figuresById } from "./ids";
import { mutation } from "./mutation";
import { newestVersion } from "./write-revision";

/** Records comparisons that a text draws between two figures, or brings those already there up to date, by slug. */
export const recordFigureChecks = mutation(
  "record",
  "record_figure_checks",
  z.array(figureCheckInput).min(1),
  async (tx, list) => {
    const figureOf = await figuresById(
      tx,
      list.flatMap((one) => [one.from, one.to]),
      "figure",
    );
    for (const { source, from, to, note, ...rest } of list) {
      const row = {
        ...rest,
        sourceVersionId: await newestVersion(tx, source),
        fromId: figureOf(from).id,
        toId: figureOf(to).id,
        noteFr: note?.fr ?? null,
        noteEn: note?.en ?? null,
      };
      await tx.insert(figureChecks).values(row).onConflictDoUpdate({ target: figureChecks.slug, set: row });
    }
    return { value: list.length, entity: "figure_checks", after: list };
  },
);
