import { getLocale } from "next-intl/server";
import type { NewText } from "@/components/admin/changes/new-text";
import { deskMessagesOf } from "@/messages/desk";
import type { addText } from "./add-text";
import { refusalWords } from "./refusal-words";

type AddingRefusal = Extract<Awaited<ReturnType<typeof addText>>, { ok: false }>["refusal"];

/** Why a changed text was not recorded, in the language of the desk, and the source that has this very text. */
export async function addingRefused(
  refusal: AddingRefusal,
): Promise<{ problem: string; other: NewText["other"] }> {
  const { article, changes, reading } = deskMessagesOf(await getLocale());
  switch (refusal.kind) {
    case "exists":
      return { problem: changes.other, other: refusal.slug };
    case "no_source":
      return { problem: reading.reason.gone, other: null };
    case "invalid":
    case "forbidden":
    case "conflict":
      return { problem: await refusalWords(refusal), other: null };
    default:
      return { problem: article.problem[refusal.kind], other: null };
  }
}
