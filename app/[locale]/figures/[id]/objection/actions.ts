"use server";

import type { ObjectionState } from "@/components/objection/objection-state";
import { isLocale } from "@/domain/locale";
import { object, type Seen } from "../../../../_server/object";

/** Takes in what a reader reads differently; the page it is sent from says of which figure, as they saw it. */
export async function sendObjection(
  { publicId, asOf, locale }: Seen,
  isFrozen: boolean,
  _: ObjectionState,
  form: FormData,
): Promise<ObjectionState> {
  if (!isLocale(locale)) throw new Error("an objection in no language of ours"); // only forged
  const sentTo = `/${locale}/figures/${encodeURIComponent(publicId)}/objection?sent=1${isFrozen ? `&as_of=${Number(asOf)}` : ""}`;
  return object({ publicId, asOf, locale }, sentTo, form);
}
