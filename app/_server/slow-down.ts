import { getTranslations } from "next-intl/server";
import { doors, forgive, knock } from "@/db/accounts/throttle";
import { database } from "./database";
import type { SignedIn } from "./editor";
import { secret } from "./secret";

const doorOf = (editor: SignedIn) => doors(secret()).account(`at the desk of ${editor.id}`);

/** Forgets one's tries, once one was right. */
export async function speedUp(editor: SignedIn): Promise<void> {
  await forgive((await database()).db, [doorOf(editor)], []);
}

/**
 * Counts a try at one's own password or code: whoever finds a desk left open may not guess on. Null where the try may
 * go on, else how long to wait, in words.
 */
export async function slowDown(editor: SignedIn): Promise<string | null> {
  const { db } = await database();
  const seconds = await knock(db, [doorOf(editor)]);
  if (seconds === 0) return null;
  const t = await getTranslations("accounts.signIn");
  if (seconds < 120) return t("wait", { seconds });
  return t("waitMinutes", { minutes: Math.ceil(seconds / 60) });
}
