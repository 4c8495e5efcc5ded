"use server";

import { notFound } from "next/navigation";
import type { ObjectionState } from "@/components/objection/objection-state";
import { isLocale } from "@/domain/locale";
import { formOf } from "../../../../_server/form-of";
import { object, type Seen } from "../../../../_server/object";

/** Takes in what a reader reads differently; the page it is sent from says of which figure, as they saw it. */
export async function sendObjection(
  seen: Seen,
  isFrozen: boolean,
  _: ObjectionState,
  sent: FormData,
): Promise<ObjectionState> {
  const form = formOf(sent);
  const { publicId, asOf, locale } = seen ?? {};
  if (!isLocale(locale)) notFound(); // only forged
  const sentTo = `/${locale}/figures/${encodeURIComponent(publicId)}/objection?sent=1${isFrozen ? `&as_of=${Number(asOf)}` : ""}`;
  return object({ publicId, asOf, locale }, sentTo, form);
}
