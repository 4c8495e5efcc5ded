import { randomBytes } from "node:crypto";
import { createAuth } from "../accounts/auth";
import { readSecret } from "../accounts/secret";
import { openDatabase } from "../client";
import { readDatabaseEnv } from "../env";
import { acceptInvitation, site } from "../mutations/accept-invitation";
import { inviteEditor } from "../mutations/invite-editor";
import { done } from "./makers";

/**
 * `tsx db/testing/plant-account.ts ROLE NAME`, in the environment of a running site: makes a new person there, signs
 * them in, and prints them as JSON. For the browser tests, which would otherwise spend their time at the door.
 */
async function main([role, name = "Crane"]: readonly string[]): Promise<void> {
  if (role !== "editor" && role !== "reviewer" && role !== "admin") throw new Error(`no such role: ${role}`);
  const env = readDatabaseEnv();
  const database = await openDatabase(env, { max: 1 });
  const { db } = database;
  const email = `${role}-${randomBytes(6).toString("hex")}@example.org`;
  const password = `nine herons, ${randomBytes(6).toString("hex")}`;
  const { editorId, token } = done(await inviteEditor(db, site, { email, role, name }));
  done(await acceptInvitation(db, { token, name, password }));
  const auth = createAuth(db, { secret: readSecret(env.dataDir), secure: false, clientHeader: "x-none" });
  const { headers } = await auth.api.signInEmail({
    body: { email, password },
    headers: new Headers({ "user-agent": "planted" }),
    returnHeaders: true,
  });
  const [cookie = ""] = headers.getSetCookie();
  await database.close();
  process.stdout.write(JSON.stringify({ editorId, email, password, name, cookie: cookie.split(";")[0] }));
}

await main(process.argv.slice(2));
process.exit(0);
