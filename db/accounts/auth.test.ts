import { parseSetCookieHeader } from "better-auth/cookies";
import { symmetricEncrypt } from "better-auth/crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { acceptInvitation } from "../mutations/accept-invitation";
import { disableEditor } from "../mutations/disable-editor";
import { inviteEditor } from "../mutations/invite-editor";
import { sessionIsOpen } from "../queries/session-is-open";
import { aCollection, admin, done } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { type Auth, createAuth } from "./auth";
import { sha256 } from "./hash-tokens";

const options = { secret: "a secret that only the tests know of", secure: false, clientHeader: "x-client" };
const password = "storks at dawn";

describe("signing in", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let auth: Auth;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      auth = createAuth(scratch.db, options);
    });

    let made = 0;
    async function anEditor() {
      const email = `stork${++made}@example.org`;
      const { token, editorId } = done(await inviteEditor(scratch.db, admin, { email, role: "editor" }));
      done(await acceptInvitation(scratch.db, { token, name: "Stork", password }));
      return { editorId, email };
    }

    async function signIn(email: string, given = password, way = auth) {
      const { headers, response } = await way.api.signInEmail({
        body: { email, password: given },
        headers: new Headers({ "user-agent": "Stork/1.0", "x-client": "192.0.2.7" }),
        returnHeaders: true,
      });
      return { response, cookies: parseSetCookieHeader(headers.get("set-cookie") ?? ""), headers };
    }

    const cookieHeader = (cookies: Map<string, { value: string }>) =>
      new Headers({
        cookie: [...cookies].map(([name, { value }]) => `${name}=${encodeURIComponent(value)}`).join("; "),
      });

    test("gives a session whose token the database does not hold", async () => {
      const { editorId, email } = await anEditor();
      const { cookies, headers } = await signIn(email);
      const session = cookies.get("verbatim.session_token")!;
      expect(headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/);
      const token = session.value.split(".")[0]!;
      const rows = await scratch.sql`select * from sessions where editor_id = ${editorId}`;
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({
        token: sha256(token),
        user_agent: "Stork/1.0",
        ip_address: "192.0.2.7",
      });
      expect(JSON.stringify(rows)).not.toContain(token);

      const found = await auth.api.getSession({ headers: cookieHeader(cookies) });
      expect(found).toMatchObject({ user: { id: editorId, role: "editor", email }, session: { token } });
      const [kept] = await scratch.sql`select token from sessions where editor_id = ${editorId}`;
      const stolen = new Map([
        ["verbatim.session_token", { value: `${kept!.token}.${session.value.split(".")[1]}` }],
      ]);
      expect(await auth.api.getSession({ headers: cookieHeader(stolen) })).toBeNull();
    });

    test("binds its cookies to https and to the host where it came by https", async () => {
      const { email } = await anEditor();
      const { cookies, headers } = await signIn(
        email,
        password,
        createAuth(scratch.db, { ...options, secure: true }),
      );
      expect([...cookies.keys()]).toContain("__Host-verbatim.session_token");
      for (const one of headers.getSetCookie())
        expect(one).toMatch(/Path=\/.*HttpOnly; Secure|Path=\/.*Secure.*HttpOnly/);
      expect(headers.get("set-cookie")).not.toMatch(/Domain=/i);
    });

    test("is refused alike to strangers, to wrong passwords and to those shut out", async () => {
      const { editorId, email } = await anEditor();
      const wrong = { body: { code: "INVALID_EMAIL_OR_PASSWORD" }, statusCode: 401 };
      await expect(signIn(email, "storks at dusk")).rejects.toMatchObject(wrong);
      await expect(signIn("nobody@example.org")).rejects.toMatchObject(wrong);
      done(await disableEditor(scratch.db, admin, { editorId, rowVersion: 1 }));
      await expect(signIn(email)).rejects.toMatchObject({ statusCode: 401 });
      expect(await scratch.sql`select 1 from sessions where editor_id = ${editorId}`).toEqual([]);
    });

    test("is not for the seed loader, nor the site itself", async () => {
      for (const id of ["seeds", "site"]) {
        const insert = scratch.sql`insert into sessions (id, editor_id, token, expires_at)
          values ('x', ${id}, ${sha256("x")}, now() + interval '1 day')`;
        await expect(insert).rejects.toMatchObject({ constraint_name: "may_sign_in" });
      }
    });

    test("lasts seven days of rest, and thirty at most", async () => {
      const { editorId, email } = await anEditor();
      const { cookies } = await signIn(email);
      const age = (created: string, expires: string) =>
        scratch.sql.begin(async (tx) => {
          await tx`alter table sessions disable trigger session_is_sound`;
          await tx`update sessions set created_at = now() - ${created}::interval, expires_at = now() + ${expires}::interval
            where editor_id = ${editorId}`;
          await tx`alter table sessions enable trigger session_is_sound`;
        });
      const left = async () => {
        const [row] =
          await scratch.sql`select round(extract(epoch from expires_at - now()) / 3600)::int as hours
          from sessions where editor_id = ${editorId}`;
        return row?.hours as number | undefined;
      };
      expect(await left()).toBe(168);
      await age("10 days", "2 days");
      expect(await auth.api.getSession({ headers: cookieHeader(cookies) })).not.toBeNull();
      expect(await left(), "used, and so prolonged").toBe(168);
      await age("29 days", "2 days");
      expect(await auth.api.getSession({ headers: cookieHeader(cookies) })).not.toBeNull();
      expect(await left(), "but not past the thirtieth day").toBe(24);
      await age("10 days", "-1 seconds");
      expect(await auth.api.getSession({ headers: cookieHeader(cookies) })).toBeNull();
      expect(await left(), "and an old one is cleared away").toBeUndefined();
    });

    test("is open until it has run out or was ended, and known so by what is kept of its token", async () => {
      const { email } = await anEditor();
      const { cookies } = await signIn(email);
      const token = cookies.get("verbatim.session_token")!.value.split(".")[0]!;
      const isOpen = () => sessionIsOpen(scratch.db, sha256(token));
      expect(await isOpen()).toBe(true);
      expect(await sessionIsOpen(scratch.db, token), "by nothing else").toBe(false);
      await scratch.sql`update sessions set expires_at = now() - interval '1 second' where token = ${sha256(token)}`;
      expect(await isOpen()).toBe(false);
      const again = (await signIn(email)).cookies;
      const second = sha256(again.get("verbatim.session_token")!.value.split(".")[0]!);
      await auth.api.signOut({ headers: cookieHeader(again) });
      expect(await sessionIsOpen(scratch.db, second)).toBe(false);
    });

    test("goes on under a new secret where the former is known, and second factors are still read", async () => {
      const { email } = await anEditor();
      const { cookies } = await signIn(email);
      const begun = await auth.api.enableTwoFactor({ body: { password }, headers: cookieHeader(cookies) });
      if (begun.method !== "totp") throw new Error("not an authenticator app");
      const { generateTOTP } = auth.api;
      const code = async () => (await generateTOTP({ body: { secret: secretIn(begun.totpURI) } })).code;
      await auth.api.verifyTOTP({ body: { code: await code() }, headers: cookieHeader(cookies) });
      const secret = "another secret that the tests know of";
      const rotated = createAuth(scratch.db, { ...options, secret, former: [options.secret] });
      const half = cookieHeader((await signIn(email, password, rotated)).cookies);
      expect(await rotated.api.verifyTOTP({ body: { code: await code() }, headers: half })).toMatchObject({
        user: { email },
      });
      const without = createAuth(scratch.db, { ...options, secret });
      const lost = cookieHeader((await signIn(email, password, without)).cookies);
      await expect(without.api.verifyTOTP({ body: { code: await code() }, headers: lost })).rejects.toThrow();
    });

    test("reads second factors from before secrets had names", async () => {
      const { email } = await anEditor();
      const { cookies } = await signIn(email);
      const begun = await auth.api.enableTwoFactor({ body: { password }, headers: cookieHeader(cookies) });
      if (begun.method !== "totp") throw new Error("not an authenticator app");
      const code = (await auth.api.generateTOTP({ body: { secret: secretIn(begun.totpURI) } })).code;
      await auth.api.verifyTOTP({ body: { code }, headers: cookieHeader(cookies) });
      const nameless = await symmetricEncrypt({ key: options.secret, data: secretIn(begun.totpURI) });
      await scratch.sql`update two_factors set secret = ${nameless} where editor_id = (
        select id from editors where email = ${email})`;
      for (const one of [
        auth,
        createAuth(scratch.db, { ...options, secret: "x".repeat(40), former: [options.secret] }),
      ]) {
        const half = cookieHeader((await signIn(email, password, one)).cookies);
        expect(await one.api.verifyTOTP({ body: { code }, headers: half })).toMatchObject({
          user: { email },
        });
      }
    });

    test("asks for the second factor, once there is one, and takes a recovery code once", async () => {
      const { email } = await anEditor();
      const first = await signIn(email);
      const headers = cookieHeader(first.cookies);
      const begun = await auth.api.enableTwoFactor({ body: { password }, headers });
      if (begun.method !== "totp") throw new Error("not an authenticator app");
      const secret = secretIn(begun.totpURI);
      const confirmed = await auth.api.verifyTOTP({
        body: { code: (await auth.api.generateTOTP({ body: { secret } })).code },
        headers,
        returnHeaders: true,
      });
      expect(confirmed.headers.get("set-cookie")).toContain("verbatim.session_token");

      const again = await signIn(email);
      expect(again.response).toMatchObject({ twoFactorRedirect: true });
      expect([...again.cookies].filter(([name, { value }]) => /session_token/.test(name) && value)).toEqual(
        [],
      );
      const half = cookieHeader(again.cookies);
      expect(await auth.api.getSession({ headers: half })).toBeNull();
      const wrong = auth.api.verifyTOTP({ body: { code: "000000" }, headers: half });
      await expect(wrong).rejects.toMatchObject({ statusCode: 401 });
      const code = begun.backupCodes[0]!;
      const whole = await auth.api.verifyBackupCode({ body: { code }, headers: half, returnHeaders: true });
      const cookies = parseSetCookieHeader(whole.headers.get("set-cookie") ?? "");
      expect(await auth.api.getSession({ headers: cookieHeader(cookies) })).toMatchObject({
        user: { email },
      });

      const third = cookieHeader((await signIn(email)).cookies);
      const twice = auth.api.verifyBackupCode({ body: { code }, headers: third });
      await expect(twice).rejects.toMatchObject({ statusCode: 401 });
    });
  });
});

/** The shared secret in an `otpauth:` address, out of its base 32. */
function secretIn(uri: string): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const words = new URL(uri).searchParams.get("secret")!.replace(/=/g, "");
  const bits = [...words].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join("");
}
