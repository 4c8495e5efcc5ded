import { randomBytes } from "node:crypto";
import type { PersonRole } from "@/domain/account";
import { type Auth, createAuth } from "../accounts/auth";
import { readSecret } from "../accounts/secret";
import type { Database, Db } from "../client";
import type { DatabaseEnv } from "../env";
import { acceptInvitation, site } from "../mutations/accept-invitation";
import { inviteEditor } from "../mutations/invite-editor";
import { done } from "./makers";

type Wish = { readonly role: PersonRole; readonly name: string };

/** Makes new people on a running site and signs them in: browser tests would spend their time at the door. */
export async function plantPeople({ db }: Database, wishes: readonly Wish[], { dataDir }: DatabaseEnv) {
  const auth = createAuth(db, { secret: readSecret(dataDir), secure: false, clientHeader: "x-none" });
  const people = [];
  for (const wish of wishes) people.push(await plant(db, auth, wish));
  return people;
}

async function plant(db: Db, auth: Auth, { role, name }: Wish) {
  const email = `${role}-${randomBytes(6).toString("hex")}@example.org`;
  const password = `nine herons, ${randomBytes(6).toString("hex")}`;
  const { editorId, token } = done(await inviteEditor(db, site, { email, role, name }));
  done(await acceptInvitation(db, { token, name, password }));
  const { headers } = await auth.api.signInEmail({
    body: { email, password },
    headers: new Headers({ "user-agent": "planted" }),
    returnHeaders: true,
  });
  const [cookie = ""] = headers.getSetCookie();
  return { editorId, email, password, name, role, cookie: cookie.split(";")[0] };
}
