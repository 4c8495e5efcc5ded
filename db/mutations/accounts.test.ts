import { beforeAll, describe, expect, test } from "vitest";
import { type Editor, type Role, roles } from "@/domain/permission";
import { makeFirstAdmin } from "../accounts/first-admin";
import { sha256 } from "../accounts/hash-tokens";
import { verifyPassword } from "../accounts/password";
import { findInvitation } from "../queries/find-invitation";
import { anyoneInvited, listEditors, listSessions } from "../queries/list-editors";
import { aCollection, admin, done, everythingIn, loader, reviewer, writer } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { acceptInvitation, site } from "./accept-invitation";
import { changePassword } from "./change-password";
import { changeRole } from "./change-role";
import { disableEditor, enableEditor } from "./disable-editor";
import { forgetSecondFactor } from "./forget-second-factor";
import { inviteEditor, renewInvitation } from "./invite-editor";
import { recordFailedSignIn, recordSignIn } from "./record-sign-in";
import { endSession, endSessionElsewhere, revokeSessions } from "./revoke-sessions";

const password = "storks at dawn";
const byRole: Record<Role, Editor> = { editor: writer, reviewer, admin, system: loader };

describe("accounts", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
    });

    let made = 0;
    async function invited(role: "editor" | "reviewer" | "admin" = "editor") {
      const email = `crane${++made}@example.org`;
      return { email, ...done(await inviteEditor(scratch.db, admin, { email, role })) };
    }
    async function opened(role: "editor" | "reviewer" | "admin" = "editor") {
      const link = await invited(role);
      done(await acceptInvitation(scratch.db, { token: link.token, name: "Crane", password }));
      return link;
    }
    let sessionsMade = 0;
    async function aSession(editorId: string): Promise<string> {
      const id = `session${++sessionsMade}`;
      await scratch.sql`insert into sessions (id, editor_id, token, expires_at)
        values (${id}, ${editorId}, ${sha256(id)}, now() + interval '7 days')`;
      return id;
    }
    const audit = async () => {
      const [line] = await scratch.sql`select * from audit_events order by seq desc limit 1`;
      return line!;
    };
    const refusal = (fields: Record<string, string[]>) => ({
      ok: false,
      refusal: { kind: "invalid", fields },
    });
    const stateOf = async (id: string) => (await listEditors(scratch.db)).find((one) => one.id === id)!;

    test("are managed by admins alone: others are refused and nothing is written", async () => {
      const { db, sql } = scratch;
      const { editorId } = await opened();
      await aSession(editorId);
      const verbs: ((editor: Editor) => Promise<{ ok: boolean }>)[] = [
        (editor) => inviteEditor(db, editor, { email: "new@example.org", role: "admin" }),
        (editor) => renewInvitation(db, editor, { editorId }),
        (editor) => changeRole(db, editor, { editorId, rowVersion: 1, role: "admin" }),
        (editor) => disableEditor(db, editor, { editorId, rowVersion: 1 }),
        (editor) => enableEditor(db, editor, { editorId, rowVersion: 1 }),
        (editor) => revokeSessions(db, editor, { editorId }),
        (editor) => forgetSecondFactor(db, editor, { editorId }),
      ];
      const before = await everythingIn(sql);
      for (const verb of verbs)
        for (const role of ["editor", "reviewer"] as const)
          expect(await verb(byRole[role])).toEqual({ ok: false, refusal: { kind: "forbidden" } });
      expect(await everythingIn(sql)).toBe(before);
    });

    test("note who failed to sign in only by the site's own hand", async () => {
      for (const role of roles.filter((one) => one !== "system"))
        expect(
          await recordFailedSignIn(scratch.db, byRole[role], { email: "x@example.org", step: "password" }),
        ).toMatchObject({ refusal: { kind: "forbidden" } });
    });

    test("begin with a link that works once, and whose token is kept nowhere", async () => {
      const { editorId, email, token } = await invited("reviewer");
      const line = await audit();
      expect(line).toMatchObject({
        verb: "invite_editor",
        entity: `editor:${editorId}`,
        editor_id: admin.id,
      });
      expect(await everythingIn(scratch.sql)).not.toContain(token);
      expect(await findInvitation(scratch.db, token)).toEqual({ name: email.split("@")[0], email });
      expect(await stateOf(editorId)).toMatchObject({ state: "invited", role: "reviewer" });

      const accept = () => acceptInvitation(scratch.db, { token, name: " Crane ", password });
      done(await accept());
      expect(await stateOf(editorId)).toMatchObject({ state: "active", name: "Crane", linkUntil: null });
      const [kept] = await scratch.sql`select password from credentials where editor_id = ${editorId}`;
      expect(await verifyPassword(kept!.password, password)).toBe(true);
      expect(await everythingIn(scratch.sql)).not.toContain(password);
      expect(await audit()).toMatchObject({ verb: "accept_invitation", editor_id: site.id });
      expect(await accept()).toEqual(refusal({ token: ["void"] }));
      expect(await findInvitation(scratch.db, token)).toBeNull();
    });

    test("are opened by one of two who use the same link at once", async () => {
      const { token } = await invited();
      const results = await Promise.all(
        ["One", "Two"].map((name) => acceptInvitation(scratch.db, { token, name, password })),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    });

    test("are not opened by a link made up, too old, replaced, or of someone shut out", async () => {
      const accept = (token: string) => acceptInvitation(scratch.db, { token, name: "Crane", password });
      const old = await invited();
      await scratch.sql`update invitations set expires_at = now() where editor_id = ${old.editorId}`;
      const replaced = await invited();
      const renewed = done(await renewInvitation(scratch.db, admin, { editorId: replaced.editorId }));
      const shut = await invited();
      done(await disableEditor(scratch.db, admin, { editorId: shut.editorId, rowVersion: 1 }));
      const before = await everythingIn(scratch.sql);
      for (const token of ["made-up", old.token, replaced.token, shut.token])
        expect(await accept(token)).toEqual(refusal({ token: ["void"] }));
      expect(await everythingIn(scratch.sql)).toBe(before);
      done(await accept(renewed.token));
    });

    test("are not opened with a bad password, and the link stays good", async () => {
      const { token, email } = await invited();
      for (const [bad, problem] of [
        ["short", "short"],
        [email, "email"],
        ["password1234", "common"],
      ] as const)
        expect(await acceptInvitation(scratch.db, { token, name: "Crane", password: bad })).toEqual(
          refusal({ password: [problem] }),
        );
      done(await acceptInvitation(scratch.db, { token, name: "Crane", password }));
    });

    test("are one for each email, in whatever case", async () => {
      const { email } = await invited();
      const again = inviteEditor(scratch.db, admin, { email: email.toUpperCase(), role: "editor" });
      expect(await again).toEqual(refusal({ email: ["taken"] }));
      const bad = inviteEditor(scratch.db, admin, { email: "not an email", role: "editor" });
      expect(await bad).toMatchObject({
        refusal: { kind: "invalid", fields: { email: [expect.anything()] } },
      });
    });

    test("change their role by the version that was looked at", async () => {
      const { editorId } = await opened();
      const change = (rowVersion: number) =>
        changeRole(scratch.db, admin, { editorId, rowVersion, role: "reviewer" });
      done(await change(1));
      expect(await audit()).toMatchObject({
        verb: "change_role",
        before: { role: "editor" },
        after: { role: "reviewer" },
      });
      expect(await change(1)).toEqual({ ok: false, refusal: { kind: "conflict" } });
      const system = { editorId, rowVersion: 2, role: "system" as "admin" };
      expect(await changeRole(scratch.db, admin, system)).toMatchObject({ refusal: { kind: "invalid" } });
      const ofSystem = { editorId: "seeds", rowVersion: 1, role: "admin" as const };
      expect(await changeRole(scratch.db, admin, ofSystem)).toEqual(refusal({ editor: ["unknown"] }));
    });

    test("that are shut out lose their sessions and links at once, and come back by their old password", async () => {
      const { editorId } = await opened();
      await aSession(editorId);
      const link = done(await renewInvitation(scratch.db, admin, { editorId }));
      done(await disableEditor(scratch.db, admin, { editorId, rowVersion: 1 }));
      expect(await listSessions(scratch.db, editorId)).toEqual([]);
      expect(await findInvitation(scratch.db, link.token)).toBeNull();
      expect(await stateOf(editorId)).toMatchObject({ state: "disabled", sessions: 0 });
      await expect(aSession(editorId)).rejects.toMatchObject({ constraint_name: "may_sign_in" });
      expect(await renewInvitation(scratch.db, admin, { editorId })).toEqual(
        refusal({ editor: ["disabled"] }),
      );
      done(await enableEditor(scratch.db, admin, { editorId, rowVersion: 2 }));
      await aSession(editorId);
      expect(await stateOf(editorId)).toMatchObject({ state: "active", sessions: 1 });
    });

    test("keep one admin who can sign in, also when two demote each other at once", async () => {
      const mine = await open();
      await aCollection(mine.db);
      const email = "first@example.org";
      await makeFirstAdmin(mine.db, { ADMIN_EMAIL: email, ADMIN_PASSWORD: password });
      const [first] = await listEditors(mine.db);
      const demote = (editorId: string, rowVersion = 1) =>
        changeRole(mine.db, admin, { editorId, rowVersion, role: "editor" });
      expect(await demote(first!.id)).toEqual(refusal({ role: ["last_admin"] }));
      expect(await disableEditor(mine.db, admin, { editorId: first!.id, rowVersion: 1 })).toEqual(
        refusal({ editor: ["last_admin"] }),
      );
      const second = done(await inviteEditor(mine.db, admin, { email: "second@example.org", role: "admin" }));
      expect(await demote(first!.id), "one who has not come yet does not count").toMatchObject({ ok: false });
      done(await acceptInvitation(mine.db, { token: second.token, name: "Second", password }));
      const both = await Promise.all([demote(first!.id), demote(second.editorId)]);
      expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    });

    test("are never deleted, nor is the loader given a person's role", async () => {
      await expect(scratch.sql`delete from editors where id = 'ana'`).rejects.toMatchObject({
        constraint_name: "append_only",
      });
      await expect(scratch.sql`update editors set role = 'admin' where id = 'seeds'`).rejects.toMatchObject({
        constraint_name: "system_is_nobody",
      });
    });

    test("change their password knowing the old one, and are signed out elsewhere", async () => {
      const { editorId, email } = await opened();
      const [here, elsewhere] = [await aSession(editorId), await aSession(editorId)];
      const editor: Editor = { id: editorId, role: "editor" };
      const change = (current: string, next: string) =>
        changePassword(scratch.db, editor, { current, next, sessionId: here });
      expect(await change("storks at dusk", "nine herons in a row")).toEqual(refusal({ current: ["wrong"] }));
      expect(await change(password, "password1234")).toEqual(refusal({ next: ["common"] }));
      expect(await change(password, email)).toEqual(refusal({ next: ["email"] }));
      expect((await listSessions(scratch.db, editorId)).map(({ id }) => id).sort()).toEqual(
        [here, elsewhere].sort(),
      );
      done(await change(password, "nine herons in a row"));
      expect((await listSessions(scratch.db, editorId)).map(({ id }) => id)).toEqual([here]);
      expect(await audit()).toMatchObject({ verb: "change_password", editor_id: editorId, after: {} });
      expect(await change(password, "ten herons in a row!")).toEqual(refusal({ current: ["wrong"] }));
    });

    test("end their own sessions, not those of others", async () => {
      const [mine, theirs] = [await opened(), await opened()];
      const [here, there] = [await aSession(mine.editorId), await aSession(theirs.editorId)];
      const editor: Editor = { id: mine.editorId, role: "editor" };
      expect(done(await endSession(scratch.db, editor, { sessionId: there }))).toBe(false);
      expect(done(await endSession(scratch.db, editor, { sessionId: here }))).toBe(true);
      expect(await audit()).toMatchObject({ verb: "sign_out", editor_id: mine.editorId });
      const other = { sessionId: await aSession(mine.editorId) };
      const wrong = await endSessionElsewhere(scratch.db, editor, { ...other, password: "not the password" });
      expect(wrong).toEqual(refusal({ password: ["wrong"] }));
      expect(await listSessions(scratch.db, mine.editorId)).toHaveLength(1);
      expect(done(await endSessionElsewhere(scratch.db, editor, { ...other, password }))).toBe(true);
      expect(await listSessions(scratch.db, mine.editorId)).toEqual([]);
      expect(done(await revokeSessions(scratch.db, admin, { editorId: theirs.editorId }))).toBe(1);
      expect(await listSessions(scratch.db, theirs.editorId)).toEqual([]);
    });

    test("note sign-ins, and of strangers not what they typed", async () => {
      const { editorId, email } = await opened();
      done(await recordSignIn(scratch.db, { id: editorId, role: "editor" }, { secondFactor: "none" }));
      expect(await audit()).toMatchObject({ verb: "sign_in", editor_id: editorId });
      const fail = (typed: string) =>
        recordFailedSignIn(scratch.db, site, { email: typed, step: "password" });
      done(await fail(` ${email.toUpperCase()} `));
      expect(await audit()).toMatchObject({ verb: "fail_sign_in", entity: `editor:${editorId}` });
      for (const typed of ["my password in the wrong box", "stranger@example.org", ""]) {
        done(await fail(typed));
        const line = await audit();
        expect(line).toMatchObject({ entity: "editor:unknown", editor_id: site.id });
        if (typed) expect(JSON.stringify(line)).not.toContain(typed);
      }
    });
  });
});

describe("the first admin", () => {
  eachEngine((open) => {
    test("is made of the environment once, and only of both", async () => {
      const { db } = await open();
      expect(await anyoneInvited(db)).toBe(false);
      expect(await makeFirstAdmin(db, {})).toBeNull();
      await expect(makeFirstAdmin(db, { ADMIN_EMAIL: "ada@example.org" })).rejects.toThrow(/go together/);
      await expect(makeFirstAdmin(db, { ADMIN_EMAIL: "ada", ADMIN_PASSWORD: password })).rejects.toThrow(
        /^ADMIN_EMAIL/,
      );
      const weak = { ADMIN_EMAIL: "ada@example.org", ADMIN_PASSWORD: "admin" };
      await expect(makeFirstAdmin(db, weak)).rejects.toThrow(/^ADMIN_PASSWORD.*fewer than 12/);
      expect(await anyoneInvited(db), "nothing is left of what was refused").toBe(false);
      const env = { ADMIN_EMAIL: "Ada@Example.org", ADMIN_PASSWORD: password };
      expect(await makeFirstAdmin(db, env)).toBe("ada@example.org");
      expect(await listEditors(db)).toMatchObject([
        { email: "ada@example.org", role: "admin", state: "active" },
      ]);
      expect(await makeFirstAdmin(db, { ...env, ADMIN_EMAIL: "eve@example.org" })).toBeNull();
      expect(await listEditors(db)).toHaveLength(1);
    });
  });
});
