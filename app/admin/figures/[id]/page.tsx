import "@/components/admin/styles/figure.css";
import "@/components/admin/styles/figure-form.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { FigureDesk } from "@/components/admin/history/figure-desk";
import { FigureForm } from "@/components/admin/history/figure-form";
import { tellingIn } from "@/components/admin/history/telling";
import { findDraft } from "@/db/queries/find-draft";
import { findFigureStanding } from "@/db/queries/find-figure-standing";
import { listDeskChoices } from "@/db/queries/list-desk-choices";
import { listFigureHistory } from "@/db/queries/list-figure-history";
import { listFigureNames } from "@/db/queries/list-names";
import { fill } from "@/domain/format";
import { may } from "@/domain/permission";
import { deskMessagesOf } from "@/messages/desk";
import { reader } from "../../../_server/database";
import { requireEditor } from "../../../_server/editor";
import { worldOf } from "../../sources/_server/reading-props";
import { formOfFigure } from "../_server/form-of-figure";
import { discard, restore, retract, save } from "./actions";

export async function generateMetadata({ params }: PageProps<"/admin/figures/[id]">): Promise<Metadata> {
  return { title: fill(deskMessagesOf(await getLocale()).history.title, { id: (await params).id }) };
}

/** Who looks: an editor who changes one figure, or wants to know what became of it; must see its state, then its form. */
export default async function FigurePage({ params, searchParams }: PageProps<"/admin/figures/[id]">) {
  const { id } = await params;
  const asked = await searchParams;
  const [editor, locale, db] = [await requireEditor(), await getLocale(), await reader()];
  const standing = await findFigureStanding(db, id);
  if (standing === null) notFound();
  const draft = await findDraft(db, id);
  const before = Number(asked.before) || null;
  const { entries, next } = await listFigureHistory(db, id, { before, size: 30 });
  const figures = entries.map(({ figure }) => figure);
  const names = await listFigureNames(db, figures);
  const telling = tellingIn(locale, names);
  const writing = draft !== null && standing.status !== "in_review";
  const form = writing || asked.edit !== undefined ? await formOfFigure(db, id) : null;
  const choices = form === null ? null : await listDeskChoices(db);
  const { reading, history, ranks } = telling;
  return (
    <FigureDesk
      {...{ id, standing, draft, entries, next, telling }}
      said={history.said[asked.said as keyof typeof history.said] ?? null}
      actions={{
        discard: discard.bind(null, id),
        retract: may(editor, "retract") ? retract.bind(null, id) : null,
        restore: (number) => restore.bind(null, id, number),
      }}
    >
      {form !== null && choices !== null && (
        <FigureForm
          action={save.bind(null, id)}
          initial={form}
          seen={standing.seen}
          editor={editor.id}
          {...{ locale, reading, history, ranks, sources: names.sources, world: worldOf(choices, locale) }}
        />
      )}
    </FigureDesk>
  );
}
