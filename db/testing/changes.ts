import { eq } from "drizzle-orm";
import type { FigureInput } from "@/domain/inputs";
import type { Editor } from "@/domain/permission";
import type { Db } from "../client";
import { retractFigure } from "../mutations/retract-figure";
import { reviseFigure } from "../mutations/revise-figure";
import { figures } from "../schema/figures";
import { done, loader, publish } from "./makers";

/** Loaders take nothing back: the same account, as an admin. */
const keeper: Editor = { ...loader, role: "admin" };

type Why = { readonly change: "revision" | "correction"; readonly changeReason: string };

async function rowVersionOf(db: Db, { publicId }: FigureInput): Promise<number> {
  const [row] = await db.select().from(figures).where(eq(figures.publicId, publicId));
  return row!.rowVersion; // a figure that was recorded
}

/** Publishes a figure anew with some of its fields changed. @returns the figure as it is now */
export async function changed(
  db: Db,
  figure: FigureInput,
  wish: Partial<FigureInput>,
  why: Why,
): Promise<FigureInput> {
  const now = { ...figure, ...wish };
  await drafted(db, figure, now, why);
  await publish(db, now);
  return now;
}

/** Writes the next state of a published figure without publishing it. */
export const drafted = async (db: Db, was: FigureInput, now: FigureInput, why: Why): Promise<number> =>
  done(await reviseFigure(db, loader, { ...now, ...why, rowVersion: await rowVersionOf(db, was) }));

/** Takes a published figure back. @returns the new revision number of the collection */
export const retracted = async (db: Db, figure: FigureInput, reason: string): Promise<number> =>
  done(
    await retractFigure(db, keeper, {
      publicId: figure.publicId,
      rowVersion: await rowVersionOf(db, figure),
      reason,
    }),
  );
