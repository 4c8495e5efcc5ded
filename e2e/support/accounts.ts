import { createHmac } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { plant } from "./plant";

const {
  E2E_EMBEDDED,
  E2E_EMBEDDED_DATA_DIR,
  E2E_POSTGRES,
  E2E_POSTGRES_DATA_DIR,
  E2E_POSTGRES_DATABASE_URL,
} = process.env;

/** A site of the tests: its address, and the environment it was started in. */
export type Site = { readonly url: string; readonly env: Record<string, string> };

export const embedded: Site = {
  url: E2E_EMBEDDED!, // the configuration asks for it
  env: { DATA_DIR: E2E_EMBEDDED_DATA_DIR ?? "", DATABASE_URL: "" },
};

/** Both sites; one where only one is run. */
export const sites: readonly Site[] = [
  embedded,
  ...(E2E_POSTGRES
    ? [
        {
          url: E2E_POSTGRES,
          env: { DATA_DIR: E2E_POSTGRES_DATA_DIR ?? "", DATABASE_URL: E2E_POSTGRES_DATABASE_URL ?? "" },
        },
      ]
    : []),
];

/** Sites where tests may change what readers see: no other test reads them. The first is embedded. */
export const deskSites: readonly Site[] = ["E2E_DESK_EMBEDDED", "E2E_DESK_POSTGRES"].flatMap((name) => {
  const { [name]: url, [`${name}_DATA_DIR`]: dataDir, [`${name}_DATABASE_URL`]: address } = process.env;
  return url ? [{ url, env: { DATA_DIR: dataDir ?? "", DATABASE_URL: address ?? "" } }] : [];
});

export type Role = "editor" | "reviewer" | "admin";
export type Person = {
  readonly editorId: string;
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly role: Role;
  /** The cookie of a session that is already open: `name=value`. */
  readonly cookie: string;
};

type Wish = { readonly role: Role; readonly name?: string };

/** Makes new people on a running site, each signed in already. Several at once take hardly longer than one. */
export async function somePeople(wishes: readonly Wish[], site: Site = embedded): Promise<Person[]> {
  return plant<Person[]>(
    "plantPeople",
    site,
    wishes.map(({ role, name = "Crane" }) => ({ role, name })),
  );
}

export async function aPerson(role: Role, name = "Crane", site: Site = embedded): Promise<Person> {
  const [person] = await somePeople([{ role, name }], site);
  return person!; // one was asked for
}

/** Signs a new person of a role in to the browser of a page, without going through the door. */
export async function signIn(
  page: Page,
  role: Role,
  { name = "Crane", site = embedded }: { name?: string; site?: Site } = {},
): Promise<Person> {
  const person = await aPerson(role, name, site);
  await takeOver(page, person, site);
  return person;
}

/** Puts a person's session into the browser of a page; whoever was signed in there is no longer. */
export async function takeOver(page: Page, { cookie }: Person, site: Site = embedded): Promise<void> {
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  await page.context().addCookies([{ name, value, url: site.url, httpOnly: true, sameSite: "Lax" }]);
}

/** Switches on the second step of whoever is signed in. @returns the key of the app, and a recovery code */
export async function switchOnSecondStep(page: Page, { password }: Person) {
  await page.goto("/admin/account");
  await page.getByLabel("Your password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Switch on" }).click();
  const key = (await page.locator("form code").textContent()) ?? "";
  const code = (await page.locator(".codes li").first().textContent()) ?? "";
  await page.getByLabel("Six digits").fill(sixDigits(key));
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("status")).toHaveText("The second step is on.");
  return { key, code };
}

/** The six digits an authenticator app shows for a key now (RFC 6238). */
export function sixDigits(key: string, now = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const digest = createHmac("sha1", base32(key)).update(counter).digest();
  const number = digest.readUInt32BE(digest.at(-1)! & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

function base32(words: string): Buffer {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...words.replace(/[\s=]/g, "")].map((one) =>
    letters.indexOf(one).toString(2).padStart(5, "0"),
  );
  return Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
