import { randomBytes } from "node:crypto";
import type { PersonRole } from "@/domain/account";
import { type Auth, createAuth } from "../accounts/auth";
import { readSecret } from "../accounts/secret";
import { type Db, openDatabase } from "../client";
import { readDatabaseEnv } from "../env";
import { acceptInvitation, site } from "../mutations/accept-invitation";
import { inviteEditor } from "../mutations/invite-editor";
import { done } from "./makers";

type Wish = { readonly role: PersonRole; readonly name: string };

/**
 * `tsx db/testing/plant-account.ts [{"role":"editor","name":"Crane"}]`, in the environment of a running site: makes
 * new people there, signs them in, and prints them as JSON. For the browser tests, which would otherwise spend their
 * time at the door.
 */
async function main([wishes = "[]"]: readonly string[]): Promise<void> {
  const env = readDatabaseEnv();
  const database = await openDatabase(env, { max: 1 });
  const auth = createAuth(database.db, {
    secret: readSecret(env.dataDir),
    secure: false,
    clientHeader: "x-none",
  });
  const people = [];
  for (const wish of JSON.parse(wishes) as Wish[]) people.push(await plant(database.db, auth, wish));
  await database.close();
  process.stdout.write(JSON.stringify(people));
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

await main(process.argv.slice(2));
process.exit(0);
