import { emailInput } from "@/domain/account";
import type { Db } from "../client";
import { acceptInvitation, site } from "../mutations/accept-invitation";
import { inviteEditor } from "../mutations/invite-editor";
import { anyoneInvited } from "../queries/list-editors";
import { passwordProblem } from "./password-problem";

type Variables = Record<string, string | undefined>;

/**
 * Makes the first admin of ADMIN_EMAIL and ADMIN_PASSWORD, for sites that nobody sets up by hand. Once anyone has an
 * account the two say nothing: changing them changes no password.
 *
 * @returns the email of the admin made, or null
 */
export async function makeFirstAdmin(db: Db, env: Variables = process.env): Promise<string | null> {
  const [given, password] = [env.ADMIN_EMAIL?.trim(), env.ADMIN_PASSWORD];
  if (!given && !password) return null;
  if (!given || !password)
    throw new Error("ADMIN_EMAIL and ADMIN_PASSWORD go together: set both or neither.");
  if (await anyoneInvited(db)) return null;
  const email = emailInput.safeParse(given).data;
  if (email === undefined) throw new Error("ADMIN_EMAIL is not an email address.");
  const problem = passwordProblem(password, email);
  if (problem !== null) throw new Error(`ADMIN_PASSWORD cannot be used: ${reasons[problem]}.`);
  await db.transaction(async (tx) => {
    const invited = await inviteEditor(tx, site, { email, role: "admin" });
    if (!invited.ok) throw new Error("the first admin could not be made");
    const { token } = invited.value;
    const opened = await acceptInvitation(tx, { token, name: email.split("@")[0]!, password });
    if (!opened.ok) throw new Error("the first admin could not be made");
  });
  return email;
}

const reasons = {
  short: "it has fewer than 12 characters",
  long: "it has more than 200 characters",
  common: "it is among the first that a guesser tries",
  email: "it is the email",
};
