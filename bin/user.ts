import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import type { Db } from "@/db/client";
import { acceptInvitation, site } from "@/db/mutations/accept-invitation";
import { type Invitation, inviteEditor, renewInvitation } from "@/db/mutations/invite-editor";
import { listEditors } from "@/db/queries/list-editors";
import { type PersonRole, personRoles } from "@/domain/account";
import type { Refusal, Result } from "@/domain/result";
import { prepareDatabase } from "./prepare-database";
import { fail, report } from "./report";
import { readAddress } from "./serve";

const usage = `npm run user -- add EMAIL --role ${personRoles.join("|")} [--name NAME] [--password-stdin]
npm run user -- link EMAIL          a new one-time link, for a lost password or phone
npm run user -- list`;

const asked = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      role: { type: "string" },
      name: { type: "string" },
      "password-stdin": { type: "boolean", default: false },
    },
  });

/** `npm run user`: accounts from the terminal. Whoever can run it can do everything anyway. */
async function main(): Promise<void> {
  const { positionals, values } = asked();
  const [command, email = "", ...rest] = positionals;
  const known = command === "list" ? email === "" : command === "add" || command === "link";
  if (!known || rest.length > 0) throw new Error(usage);
  const password = values["password-stdin"] ? (await text(process.stdin)).replace(/\r?\n$/, "") : null;
  const database = await prepareDatabase(report);
  try {
    if (command === "list") await list(database.db);
    else if (command === "add") await add(database.db, email, values.role, values.name, password);
    else process.stdout.write(`${linkOf(await link(database.db, email))}\n`);
  } finally {
    await database.close();
  }
}

async function add(
  db: Db,
  email: string,
  role: string | undefined,
  name: string | undefined,
  password: string | null,
): Promise<void> {
  if (!personRoles.includes(role as PersonRole)) throw new Error(`--role must be ${personRoles.join(", ")}.`);
  const wish = { email, role: role as PersonRole, ...(name === undefined ? {} : { name }) };
  if (password === null) {
    process.stdout.write(`${linkOf(done(await inviteEditor(db, site, wish)))}\n`);
    return;
  }
  // One transaction: a password that is refused leaves no account behind.
  await db.transaction(async (tx) => {
    const { token } = done(await inviteEditor(tx, site, wish));
    done(await acceptInvitation(tx, { token, name: name ?? email.split("@")[0]!, password }));
  });
  report(`${email} can sign in`);
}

async function link(db: Db, email: string): Promise<Invitation> {
  const wanted = email.trim().toLowerCase();
  const found = (await listEditors(db)).find((editor) => editor.email === wanted);
  if (!found) throw new Error(`Nobody has an account under ${email}.`);
  return done(await renewInvitation(db, site, { editorId: found.id }));
}

async function list(db: Db): Promise<void> {
  for (const { email, role, state, name } of await listEditors(db))
    process.stdout.write(`${email}\t${role}\t${state}\t${name}\n`);
}

/** The address of a link: under SITE_URL, else where `npm start` serves. */
function linkOf({ token }: Invitation): string {
  const { host, port } = readAddress();
  return new URL(`/invite/${token}`, process.env.SITE_URL?.trim() || `http://${host}:${port}`).href;
}

const words: Readonly<Record<string, string>> = {
  taken: "someone has an account under this email already",
  short: "the password must have at least 12 characters",
  long: "the password may have at most 200 characters",
  common: "the password is among the first that a guesser tries",
  email: "the password must not be the email",
  disabled: "the account is shut out",
};

/** The value of a write; what was refused, in words. */
function done<T>(result: Result<T, Refusal>): T {
  if (result.ok) return result.value;
  const { refusal } = result;
  const problems = refusal.kind === "invalid" ? Object.entries(refusal.fields) : [];
  const said = problems.map(([field, all]) => all.map((one) => words[one] ?? `${field}: ${one}`).join(", "));
  throw new Error(`Nothing was changed: ${said.join("; ") || refusal.kind}.`);
}

main().then(() => process.exit(0), fail);
