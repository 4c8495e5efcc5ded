import { anchorIn } from "@/components/admin/lists/anchor-in";
import type { EntryState } from "@/components/admin/lists/entry-field";
import { typedIn } from "@/components/admin/lists/entry-field";
import { listProblems } from "@/components/admin/lists/list-problems";
import { nextMark } from "@/components/admin/lists/next-mark";
import type { Db } from "@/db/client";
import { recordAgents } from "@/db/mutations/record-agents";
import { recordEvents } from "@/db/mutations/record-events";
import { recordMetrics, recordUnits } from "@/db/mutations/record-metrics";
import { recordPlaces } from "@/db/mutations/record-places";
import { reviseAgent } from "@/db/mutations/revise-agent";
import { reviseEvent } from "@/db/mutations/revise-event";
import { reviseMetric } from "@/db/mutations/revise-metric";
import { revisePlace } from "@/db/mutations/revise-place";
import { reviseUnit } from "@/db/mutations/revise-unit";
import { findArticle } from "@/db/queries/find-article";
import { listUsage } from "@/db/queries/list-usage";
import { listAgents } from "@/db/queries/reference";
import { slugOfTitle } from "@/domain/article";
import type { List } from "@/domain/lists";
import type { Editor } from "@/domain/permission";
import { type Refusal, type Result, refused } from "@/domain/result";
import type { Locale } from "@/domain/vocabulary";
import { deskMessagesOf } from "@/messages/desk";
import { type Boxes, boxesIn } from "./boxes-in";
import { entryOf } from "./entry-of";
import { listFields } from "./list-fields";

export type EntrySaving = {
  readonly db: Db;
  readonly editor: Editor;
  readonly locale: Locale;
  readonly list: List;
  /** Null for a new entry. */
  readonly slug: string | null;
};

/** Saves the form of an entry, new or known. @returns the form again with what is wrong, or the slug of what was saved */
export async function saveEntry(
  saving: EntrySaving,
  tries: number,
  form: FormData,
): Promise<EntryState | { slug: string }> {
  const { lists } = deskMessagesOf(saving.locale);
  const boxes = boxesIn(form, saving.locale);
  const slug =
    saving.slug ?? (boxes.line("slug") || slugOfTitle(boxes.line("name.en") || boxes.line("name.fr")));
  const made = saving.slug === null ? await add(saving, slug, boxes) : await revise(saving, slug, boxes);
  if (made.ok) return { slug };
  const { problem, fields } = listProblems(made.refusal, lists.problem);
  const again = {
    tries: tries + 1,
    rowVersion: Number(boxes.line("rowVersion")),
    typed: typedIn(form),
    problem,
    fields,
  };
  return made.refusal.kind === "conflict" ? withTheirs(saving, slug, again) : again;
}

/** Beside each box that differs, what somebody else saved; the next save is made against it. */
async function withTheirs(
  { db, list, locale }: EntrySaving,
  slug: string,
  state: EntryState,
): Promise<EntryState> {
  const now = await listFields(db, list, slug, locale);
  if (now === null) return state;
  const { stands } = deskMessagesOf(locale).lists.problem;
  const fields: Record<string, string> = {};
  for (const { name, values, choices } of now.fields) {
    const mine = state.typed?.[name] ?? [];
    if (sorted(mine) === sorted(values)) continue;
    const told = values.map((value) => choices?.find(([one]) => one === value)?.[1] ?? value).join(", ");
    fields[name] = stands.replace("{value}", () => told || "–");
  }
  return { ...state, rowVersion: now.rowVersion, fields };
}

const sorted = (values: readonly string[]) =>
  JSON.stringify(
    values
      .map((one) => one.replaceAll("\r\n", "\n").trim())
      .filter(Boolean)
      .sort(),
  );

function revise(
  { db, editor, list }: EntrySaving,
  slug: string,
  boxes: Boxes,
): Promise<Result<unknown, Refusal>> {
  const rowVersion = Number(boxes.line("rowVersion"));
  switch (list) {
    case "agents":
      return reviseAgent(db, editor, { ...entryOf.agents(slug, boxes), rowVersion });
    case "places":
      return revisePlace(db, editor, { ...entryOf.places(slug, boxes), rowVersion });
    case "units":
      return reviseUnit(db, editor, { ...entryOf.units(slug, boxes), rowVersion });
    case "metrics":
      return reviseMetric(db, editor, { ...entryOf.metrics(slug, boxes), rowVersion });
    case "events":
      return reviseEvent(db, editor, { ...entryOf.events(slug, boxes), rowVersion });
  }
}

async function add(
  { db, editor, list, locale }: EntrySaving,
  slug: string,
  boxes: Boxes,
): Promise<Result<unknown, Refusal>> {
  const { problem } = deskMessagesOf(locale).lists;
  if ((await listUsage(db, list)).some((one) => one.slug === slug)) return refused({ kind: "exists", slug });
  switch (list) {
    case "agents": {
      const mark = nextMark((await listAgents(db)).map((agent) => agent.mark));
      return recordAgents(db, editor, [{ ...entryOf.agents(slug, boxes), mark }]);
    }
    case "places": {
      const { aliases: _, ...place } = entryOf.places(slug, boxes);
      return recordPlaces(db, editor, [place]);
    }
    case "units": {
      const { aliases: _, ...unit } = entryOf.units(slug, boxes);
      return recordUnits(db, editor, [unit]);
    }
    case "metrics":
      return recordMetrics(db, editor, [entryOf.metrics(slug, boxes)]);
    case "events": {
      const article = await findArticle(db, boxes.line("source"));
      const anchor =
        article &&
        anchorIn(
          { slug: article.slug, text: article.version.text },
          boxes.raw("sentence"),
          boxes.line("words"),
        );
      if (anchor === null) return refused({ kind: "invalid", fields: { sentence: [problem.sentence] } });
      return recordEvents(db, editor, [{ ...entryOf.events(slug, boxes), anchors: [anchor] }]);
    }
  }
}
