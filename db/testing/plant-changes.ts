import { and, eq } from "drizzle-orm";
import type { FigureInput } from "@/domain/inputs";
import type { Database, Db } from "../client";
import { recordFigure } from "../mutations/record-figure";
import { figureInputsOf } from "../queries/figure-inputs";
import { figures } from "../schema/figures";
import { openEnd, publications } from "../schema/publications";
import { changed, retracted } from "./changes";
import { done, loader, publish } from "./makers";

type Wish = { readonly id: string } & (
  | {
      readonly change: "revision" | "correction";
      readonly reason: string;
      readonly fields: Partial<FigureInput>;
    }
  | { readonly retract: string }
  | { readonly copies: number }
  | { readonly corrections: number }
);

/**
 * Revises, corrects or retracts published figures of a running site, or publishes copies of one all at once.
 * @returns the revision of the collection that each made
 */
export async function plantChanges({ db }: Database, wishes: readonly Wish[]): Promise<number[]> {
  const revisions: number[] = [];
  for (const wish of wishes) {
    await plant(db, wish);
    revisions.push(await shownFrom(db, wish));
  }
  return revisions;
}

async function plant(db: Db, wish: Wish): Promise<void> {
  const figure = await publishedFigure(db, wish.id);
  if ("retract" in wish) await retracted(db, figure, wish.retract);
  else if ("copies" in wish) await copies(db, figure, wish.copies);
  else if ("corrections" in wish) await corrections(db, figure, wish.corrections);
  else await changed(db, figure, wish.fields, { change: wish.change, changeReason: wish.reason });
}

/** The revision since which readers are shown the figure as it is now. */
async function shownFrom(db: Db, wish: Wish): Promise<number> {
  const publicId = "copies" in wish ? copyId(0) : wish.id;
  const [row] = await db
    .select({ from: publications.knownFromRev })
    .from(publications)
    .innerJoin(figures, eq(figures.id, publications.figureId))
    .where(and(eq(figures.publicId, publicId), eq(publications.knownToRev, openEnd)));
  return row!.from; // it was published just now
}

const copyId = (index: number) => `z${index.toString().padStart(7, "0")}`;

async function publishedFigure(db: Db, publicId: string): Promise<FigureInput> {
  const [row] = await db.select().from(figures).where(eq(figures.publicId, publicId));
  const id = row!.publishedRevisionId!; // a test names what is published
  return (await figureInputsOf(db, [id])).get(id)!;
}

/** Copies in 2000 and after, a day each, so that no two are the same claim. */
async function copies(db: Db, figure: FigureInput, count: number): Promise<void> {
  const made = Array.from({ length: count }, (_, index): FigureInput => {
    const day = new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
    const period = { start: day, end: day, precision: "day", basis: "stated", reasoning: null } as const;
    return { ...figure, publicId: copyId(index), period, supersedes: null };
  });
  await db.transaction(async (tx) => {
    for (const copy of made) done(await recordFigure(tx, loader, copy));
    await publish(tx, ...made);
  });
}

/** One correction after the other, each a publish of its own: a note that counts them. */
async function corrections(db: Db, figure: FigureInput, count: number): Promise<void> {
  for (let index = 1; index <= count; index++) {
    const note = { fr: `Relu ${index} fois.`, en: `Read ${index} times.` };
    await changed(db, figure, { note }, { change: "correction", changeReason: `Reading ${index}.` });
  }
}
