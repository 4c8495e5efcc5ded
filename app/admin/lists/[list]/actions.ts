"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import type { EntryState } from "@/components/admin/lists/entry-field";
import { listProblems } from "@/components/admin/lists/list-problems";
import type { DecisionState } from "@/components/admin/review/decision";
import { mergeAgents } from "@/db/mutations/merge-agents";
import { mergePlaces } from "@/db/mutations/merge-places";
import { retireEntry } from "@/db/mutations/retire-entry";
import { slug as slugInput } from "@/domain/inputs";
import { type List, lists } from "@/domain/lists";
import type { Refusal } from "@/domain/result";
import { deskMessagesOf } from "@/messages/desk";
import { database } from "../../../_server/database";
import { requireEditor } from "../../../_server/editor";
import { boundAs, formOf, tried } from "../../../_server/form-of";
import { saveEntry } from "../_server/save-entry";

/** Adds an entry, or changes the one named. */
export async function save(
  ofList: List,
  ofSlug: string | null,
  state: EntryState,
  sent: FormData,
): Promise<EntryState> {
  const form = formOf(sent);
  const [list, slug] = [boundAs(listName, ofList), boundAs(slugInput.nullable(), ofSlug)];
  const editor = await requireEditor();
  const { db } = await database();
  const saved = await saveEntry(
    { db, editor, locale: await getLocale(), list, slug },
    boundAs(tried, state).tries,
    form,
  );
  if (!("slug" in saved)) return saved;
  return backTo(list, slug === null ? "added" : "saved");
}

/** Takes an entry out of the choices, or puts it back. */
export async function retire(
  ofList: List,
  ofSlug: string,
  isRetired: boolean,
  _: DecisionState,
  sent: FormData,
): Promise<DecisionState> {
  const form = formOf(sent);
  const [list, slug] = [boundAs(listName, ofList), boundAs(slugInput, ofSlug)];
  const retired = isRetired === true;
  const editor = await requireEditor();
  const { db } = await database();
  const rowVersion = Number(form.get("rowVersion"));
  const done = await retireEntry(db, editor, { list, slug, rowVersion, retired });
  return done.ok ? backTo(list, retired ? "retired" : "back") : refusedState(done.refusal);
}

/** Says that an entry is another. */
export async function merge(
  ofList: "agents" | "places",
  ofSlug: string,
  _: DecisionState,
  sent: FormData,
): Promise<DecisionState> {
  const form = formOf(sent);
  const [list, from] = [boundAs(listName.extract(["agents", "places"]), ofList), boundAs(slugInput, ofSlug)];
  const editor = await requireEditor();
  const { db } = await database();
  const into = String(form.get("into") ?? "");
  const verb = list === "agents" ? mergeAgents : mergePlaces;
  const done = await verb(db, editor, { from, into });
  return done.ok ? backTo(list, "merged") : refusedState(done.refusal, into);
}

const listName = z.enum(lists);

async function refusedState(refusal: Refusal, typed = ""): Promise<DecisionState> {
  const { problem } = deskMessagesOf(await getLocale()).lists;
  return { problem: listProblems(refusal, problem).problem, typed };
}

function backTo(list: List, said: string): never {
  revalidatePath("/admin", "layout");
  redirect(`/admin/lists/${list}?said=${said}`);
}
