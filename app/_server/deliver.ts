import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { checkImport } from "@/db/mutations/check-import";
import { mapImport } from "@/db/mutations/map-import";
import { recordImport } from "@/db/mutations/record-import";
import { runImport } from "@/db/mutations/run-import";
import { deliveryName, findDelivery } from "@/db/queries/find-delivery";
import { type FoundImport, findImport, findImportFile } from "@/db/queries/find-import";
import { findLexicon } from "@/db/queries/find-lexicon";
import { planImport } from "@/db/queries/plan-import";
import { deliveryAnswer, type RefusedCell, refusedCells } from "@/domain/import/delivery-answer";
import { refusedCellsIn } from "@/domain/import/delivery-refused";
import type { ImportMap } from "@/domain/import/map";
import type { RowReading } from "@/domain/import/row";
import type { Editor } from "@/domain/permission";
import type { Refusal, Result } from "@/domain/result";
import { database } from "./database";
import { Broken, readRowsApart } from "./read-rows";

/** What a script hands in, and how. */
export type Delivery = {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly map: ImportMap;
  /** Rows of the file above the first that was sent: a header that we have put there. */
  readonly above: number;
  readonly dryRun: boolean;
  /** `all` takes nothing in unless every row can be. */
  readonly only: "valid" | "all";
  /** By which the script knows this delivery again. */
  readonly key: string | null;
};

/** What becomes of it: an answer, or why there is none. */
export type DeliveryOutcome =
  | { readonly kind: "answer"; readonly status: 200 | 201; readonly answer: object }
  | { readonly kind: "unreadable"; readonly why: string }
  | { readonly kind: "refused"; readonly refused: readonly RefusedCell[]; readonly count: number }
  | { readonly kind: "invalid"; readonly refusal: Refusal }
  | { readonly kind: "conflict"; readonly why: string; readonly seconds: number | null };

/**
 * Takes rows in as drafts, by the one importer, within the request: nothing is written where no row can be, and the
 * same delivery under the same key is answered as it was, not taken in again.
 */
export async function deliver(
  editor: Editor,
  given: Delivery,
  signal: AbortSignal,
): Promise<DeliveryOutcome> {
  const opened = await database();
  const { db } = opened;
  const before = given.key === null || given.dryRun ? null : await findDelivery(db, editor.id, given.key);
  const known = before === null ? null : await findImport(db, before.publicId);
  if (known !== null) {
    const again = await deliveredBefore(known, given);
    if (again !== null) return again;
  }
  const asked = {
    fileName: given.fileName,
    options: given.map.table ?? {},
    map: given.map,
    lexicon: await findLexicon(db),
  };
  const read = await readRowsApart(given.bytes, asked, signal);
  if (!read.ok) return { kind: "unreadable", why: read.refusal.kind };
  const { header } = read.value;
  let readings: RowReading[];
  try {
    readings = [];
    for await (const reading of read.value.readings) readings.push(reading);
  } catch (error) {
    if (error instanceof Broken) return { kind: "unreadable", why: error.problem.kind };
    throw error;
  }
  const plan = await planImport({ db }, given.map, readings);
  const { counts } = plan.report;
  const refused = refusedCells(plan.refused, given.above);
  const sound = counts.new + counts.changed + counts.unchanged;
  if (counts.refused > 0 && (given.only === "all" || sound === 0))
    return { kind: "refused", refused, count: counts.refused };
  const fresh = counts.new + counts.changed + plan.acknowledged.length;
  if (given.dryRun || fresh === 0)
    return {
      kind: "answer",
      status: 200,
      answer: deliveryAnswer(plan.report, refused, { publicId: null, dryRun: given.dryRun }),
    };
  const publicId = known?.publicId ?? (await recorded(editor, given));
  if (typeof publicId !== "string") return refusedBy(publicId);
  const checked = await checkImport(opened, editor, publicId, readings, readings.length);
  if (!checked.ok) return refusedBy(checked.refusal);
  const { only } = given;
  const ran = await runImport(opened, editor, publicId, readings, { only, header, signal });
  if (!ran.ok) return refusedBy(ran.refusal);
  return { kind: "answer", status: 201, answer: await storedAnswer(publicId, given.above) };
}

/** What became of a delivery of this key: null where it is to be gone on with. */
async function deliveredBefore(known: FoundImport, given: Delivery): Promise<DeliveryOutcome | null> {
  const { sha256, map, state, silent, publicId } = known;
  const sent: unknown = JSON.parse(JSON.stringify(given.map)); // as the database gives it back
  if (sha256 !== createHash("sha256").update(given.bytes).digest("hex") || !isDeepStrictEqual(map, sent))
    return conflict("Another body was sent under this Idempotency-Key.");
  if (state === "undone")
    return conflict("What was sent under this Idempotency-Key has been taken back at the desk.");
  if (state === "imported")
    return { kind: "answer", status: 201, answer: await storedAnswer(publicId, given.above) };
  const worked = (state === "checking" || state === "importing") && !silent;
  return worked ? conflict("What was sent under this Idempotency-Key is being taken in.", 5) : null;
}

const conflict = (why: string, seconds: number | null = null): DeliveryOutcome => ({
  kind: "conflict",
  why,
  seconds,
});

/** Keeps the file and its map. @returns the id of the import, or why it is not kept */
async function recorded(editor: Editor, given: Delivery): Promise<string | Refusal> {
  const { db } = await database();
  const fileName = deliveryName(given.fileName, given.key);
  const file = await recordImport(db, editor, { fileName, bytes: given.bytes });
  if (!file.ok) return file.refusal;
  const { publicId } = file.value;
  const found = await findImport(db, publicId);
  const mapped: Result<unknown, Refusal> = await mapImport(db, editor, {
    publicId,
    rowVersion: found!.rowVersion, // recorded just now
    map: given.map,
  });
  return mapped.ok ? publicId : mapped.refusal;
}

function refusedBy(refusal: Refusal): DeliveryOutcome {
  if (refusal.kind === "conflict") return conflict("Somebody else is at work on the same rows.", 5);
  return { kind: "invalid", refusal };
}

/** The answer as the database has kept it: the same, however often it is asked for. */
async function storedAnswer(publicId: string, above: number): Promise<object> {
  const { db } = await database();
  const [found, file] = [await findImport(db, publicId), await findImportFile(db, publicId)];
  if (found?.report == null || file === null) throw new Error(`import ${publicId} has no report`);
  const refused = file.refused === null ? [] : await refusedCellsIn(file.refused, above);
  return deliveryAnswer(found.report, refused, { publicId, dryRun: false });
}
