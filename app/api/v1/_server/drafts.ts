import type { z } from "zod";
import { database } from "@/app/_server/database";
import { type Delivery, type DeliveryOutcome, deliver } from "@/app/_server/deliver";
import { readLimitedForm, TooLarge } from "@/app/_server/limited-form";
import { secret } from "@/app/_server/secret";
import { doors, spend } from "@/db/accounts/throttle";
import type { InvalidParameter } from "@/domain/export/export-request";
import { perDelivery } from "@/domain/export/limits";
import { readPlainRequest } from "@/domain/export/plain-request";
import { delivery, fileOfDelivery } from "@/domain/import/delivery";
import { importMap } from "@/domain/import/map";
import { ok, type Result, refused } from "@/domain/result";
import { holderOf } from "./bearer";
import { BrokenOff, readLimitedText } from "./limited-text";
import {
  badRequest,
  conflict,
  problem,
  tooBusy,
  tooLargeBody,
  tooMany,
  unprocessable,
  unsupported,
} from "./problem";

/** What may be sent. */
export const draftTypes = ["application/json", "multipart/form-data"] as const;

type Body = Pick<Delivery, "fileName" | "bytes" | "map" | "above">;

/** `POST /api/v1/drafts`: rows of a team's script, taken in as drafts of whoever made its token. Nothing is published. */
export async function drafts(request: Request): Promise<Response> {
  const holder = await holderOf(request, "drafts", "record");
  if (holder instanceof Response) return holder;
  const { editor, tokenId } = holder;
  const { db } = await database();
  const wait = await spend(db, doors(secret()).deliveries(tokenId, perDelivery.perMinute));
  if (wait > 0) return tooMany(wait);
  const read = readPlainRequest(new URL(request.url).searchParams, ["dry_run", "only"]);
  if (!read.ok) return badRequest(read.refusal);
  const key = request.headers.get("idempotency-key");
  if (key !== null && !/^[\w.:-]{1,100}$/.test(key))
    return badRequest([{ name: "Idempotency-Key", reason: "must be 1 to 100 letters, digits, - _ . or :" }]);
  const body = await bodyOf(request);
  if (!body.ok) return body.refusal;
  const turn = takeDeliveryTurn();
  if (turn === null) return tooBusy(10);
  try {
    await turn.mine;
    const only = read.value.only === "all" ? "all" : "valid";
    const given = { ...body.value, dryRun: read.value.dry_run === "1", only, key } as const;
    return answered(await deliver(editor, given, request.signal));
  } finally {
    turn.end();
  }
}

function answered(outcome: DeliveryOutcome): Response {
  switch (outcome.kind) {
    case "answer":
      return Response.json(outcome.answer, {
        status: outcome.status,
        headers: { "Cache-Control": "no-store" },
      });
    case "unreadable":
      return unprocessable(`The file cannot be read as a table: ${outcome.why}.`);
    case "refused":
      return unprocessable(`${outcome.count} cannot be taken in; nothing was.`, { refused: outcome.refused });
    case "conflict":
      return conflict(outcome.why, outcome.seconds);
    case "invalid": {
      const { refusal } = outcome;
      const fields = refusal.kind === "invalid" ? Object.entries(refusal.fields) : [];
      const invalid = fields.map(([name, reasons]) => ({ name, reason: reasons.join("; ") }));
      return unprocessable("The importer refuses this.", { invalid });
    }
  }
}

async function bodyOf(request: Request): Promise<Result<Body, Response>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  try {
    if (type === "application/json") return jsonBody(await readLimitedText(request, perDelivery.bytes));
    if (type === "multipart/form-data")
      return await formBody(await readLimitedForm(request, perDelivery.bytes, "script"));
    return refused(unsupported(draftTypes));
  } catch (error) {
    if (error instanceof TooLarge)
      return refused(tooLargeBody(`At most ${perDelivery.bytes} bytes are taken at once.`));
    // Cut off, or no form.
    if (error instanceof BrokenOff || error instanceof TypeError)
      return refused(malformed("The body cannot be read."));
    throw error;
  }
}

function jsonBody(text: string): Result<Body, Response> {
  const json = parsed(text);
  if (json === undefined) return refused(malformed("The body is not JSON."));
  const read = delivery.safeParse(json);
  if (!read.success)
    return refused(unprocessable("The rows cannot be read.", { invalid: wrongPlaces(read.error) }));
  const { csv, map } = fileOfDelivery(read.data);
  const checked = importMap.safeParse(map);
  if (!checked.success)
    return refused(unprocessable("The rows say too little.", { invalid: wrongPlaces(checked.error) }));
  const name = read.data.dataset?.slug ?? "download";
  return ok({ fileName: `${name}.csv`, bytes: new TextEncoder().encode(csv), map: checked.data, above: 1 });
}

async function formBody(form: FormData): Promise<Result<Body, Response>> {
  const [file, map] = [form.get("file"), form.get("map")];
  if (!(file instanceof File) || file.size === 0) return refused(malformed("The part file is missing."));
  const json = parsed(map instanceof File ? await map.text() : (map ?? ""));
  if (json === undefined) return refused(malformed("The part map is missing or is not JSON."));
  const read = importMap.safeParse(json);
  if (!read.success)
    return refused(unprocessable("The map cannot be read.", { invalid: wrongPlaces(read.error) }));
  const bytes = new Uint8Array(await file.arrayBuffer());
  return ok({ fileName: file.name.slice(0, 120) || "table", bytes, map: read.data, above: 0 });
}

const malformed = (detail: string) => problem({ title: "Bad Request", status: 400, detail });

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // said to the sender
  }
}

/** At most so many are told: who sends ten thousand rows with the same slip needs one. */
const mostPlaces = 100;

const wrongPlaces = (error: z.ZodError): InvalidParameter[] =>
  error.issues.slice(0, mostPlaces).map(({ path, message }) => ({ name: path.join("."), reason: message }));

/** One delivery at a time in a process; so many may wait. */
const longestLine = 8;
const shared = globalThis as { verbatimDeliveries?: { waiting: number; last: Promise<void> } };

function takeDeliveryTurn(): { mine: Promise<void>; end: () => void } | null {
  shared.verbatimDeliveries ??= { waiting: 0, last: Promise.resolve() };
  const line = shared.verbatimDeliveries;
  if (line.waiting >= longestLine) return null;
  line.waiting++;
  const mine = line.last;
  let done = () => {};
  line.last = new Promise((resolve) => {
    done = resolve;
  });
  const end = () => {
    line.waiting--;
    done();
  };
  return { mine, end };
}
