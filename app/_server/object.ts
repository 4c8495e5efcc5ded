import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type ObjectionState, trapName } from "@/components/objection/objection-state";
import { doors, knock } from "@/db/accounts/throttle";
import { site } from "@/db/mutations/accept-invitation";
import { recordObjection } from "@/db/mutations/record-objection";
import type { Locale, ObjectionAbout } from "@/domain/vocabulary";
import { requestHeaders } from "./auth";
import { networkAsking } from "./client";
import { database } from "./database";
import { secret } from "./secret";

/** Which figure, as the reader saw it. */
export type Seen = { readonly publicId: string; readonly asOf: number; readonly locale: Locale };

const boxes = ["about", "shouldSay", "words", "email"] as const;

/**
 * Takes in what a reader reads differently. A machine that filled the box nobody sees is told what everyone is, and
 * nothing is kept. Every try counts at the door of its network, so that nobody fills the desk.
 */
export async function object(seen: Seen, sentTo: string, form: FormData): Promise<ObjectionState> {
  const typed = Object.fromEntries(
    boxes.map((name) => [name, String(form.get(name) ?? "").slice(0, 4000)]),
  ) as ObjectionState["typed"]; // one for each box
  if (form.get(trapName)) redirect(sentTo);
  const { db } = await database();
  const about = typed.about as ObjectionAbout; // the mutation reads it
  const fields = { ...seen, ...typed, about };
  const t = await getTranslations("objection.problem");
  const seconds = await knock(db, [doors(secret()).objector(networkAsking(await requestHeaders()))]);
  if (seconds > 0) return { typed, problems: { form: t("wait", { minutes: Math.ceil(seconds / 60) }) } };
  const done = await recordObjection(db, site, fields);
  if (done.ok) redirect(sentTo);
  if (done.refusal.kind === "conflict") return { typed, problems: { form: t("full") } };
  if (done.refusal.kind !== "invalid") throw new Error(`an objection was refused: ${done.refusal.kind}`);
  const wrong = Object.keys(done.refusal.fields);
  if (wrong.includes("publicId")) return { typed, problems: { form: t("gone") } };
  const problems = boxes.filter((name) => wrong.includes(name)).map((name) => [name, t(name)]);
  return { typed, problems: Object.fromEntries(problems) };
}
