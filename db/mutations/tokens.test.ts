import { beforeAll, describe, expect, test } from "vitest";
import { hintOf, isToken, mostTokens, tokenBytes, tokenOf } from "@/domain/token";
import { sha256 } from "../accounts/hash-tokens";
import { findTokenHolder, listTokens } from "../queries/list-tokens";
import { aCollection, admin, done, everythingIn, reviewer, writer } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { disableEditor, enableEditor } from "./disable-editor";
import { makeToken } from "./make-token";
import { revokeToken } from "./revoke-token";
import { useToken } from "./use-token";

describe("a token", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
    });
    const made = async (name = "nightly", editor = writer) =>
      done(await makeToken(scratch.db, editor, { name, days: "30" }));
    const audit = async () => {
      const [line] = await scratch.sql`select * from audit_events order by seq desc limit 1`;
      return line!;
    };

    test("is told once and kept as its hash: nothing in the database holds it", async () => {
      const { token, id } = await made();
      expect(isToken(token)).toBe(true);
      const everything = await everythingIn(scratch.sql);
      expect(everything).toContain(sha256(token));
      expect(everything).not.toContain(token);
      const line = await audit();
      expect(line).toMatchObject({
        verb: "make_token",
        entity: `editor:${writer.id}`,
        after: { token: id, name: "nightly", hint: hintOf(token), scopes: ["drafts"] },
      });
      expect(JSON.stringify(line)).not.toContain(sha256(token));
      expect(await findTokenHolder(scratch.db, token)).toEqual({
        tokenId: id,
        editor: writer,
        twoFactor: false,
        scopes: ["drafts"],
      });
    });

    test("that is not ours, mistyped or invented opens nothing", async () => {
      const { token } = await made();
      for (const other of [tokenOf(new Uint8Array(tokenBytes)), token.toLowerCase(), sha256(token), ""])
        expect(await findTokenHolder(scratch.db, other)).toBeNull();
    });

    test("is listed to its owner with its last use, whose first is in the audit", async () => {
      const { id } = await made("weekly");
      const listed = async () => (await listTokens(scratch.db, writer.id)).find((one) => one.id === id)!;
      expect(await listed()).toMatchObject({ name: "weekly", lastUsedAt: null });
      done(await useToken(scratch.db, writer, { tokenId: id }));
      expect((await audit()).after).toMatchObject({ token: id, name: "weekly" });
      expect(await audit()).toMatchObject({ verb: "use_token", editor_id: writer.id });
      const { lastUsedAt } = await listed();
      expect(lastUsedAt).toBeInstanceOf(Date);
      const { seq } = await audit();
      done(await useToken(scratch.db, writer, { tokenId: id }));
      expect((await audit()).seq).toBe(seq);
      expect((await listed()).lastUsedAt!.getTime()).toBeGreaterThanOrEqual(lastUsedAt!.getTime());
      expect((await listTokens(scratch.db, reviewer.id)).map((one) => one.id)).not.toContain(id);
    });

    test("is revoked by its owner alone, once, and opens nothing from then on", async () => {
      const { token, id } = await made();
      expect(done(await revokeToken(scratch.db, admin, { tokenId: id }))).toBe(false);
      expect(await findTokenHolder(scratch.db, token)).not.toBeNull();
      expect(done(await revokeToken(scratch.db, writer, { tokenId: id }))).toBe(true);
      expect(await audit()).toMatchObject({ verb: "revoke_token", after: { token: id, name: "nightly" } });
      expect(await findTokenHolder(scratch.db, token)).toBeNull();
      expect((await listTokens(scratch.db, writer.id)).map((one) => one.id)).not.toContain(id);
      expect(done(await revokeToken(scratch.db, writer, { tokenId: id }))).toBe(false);
    });

    test("runs out", async () => {
      const { token, id } = await made();
      await scratch.sql`update tokens set expires_at = now() - interval '1 second' where id = ${id}`;
      expect(await findTokenHolder(scratch.db, token)).toBeNull();
    });

    test("dies with its owner's disabling, and does not come back with them", async () => {
      const { token } = await made("nightly", reviewer);
      const version = async () => {
        const [row] = await scratch.sql`select row_version from editors where id = ${reviewer.id}`;
        return Number(row!.row_version);
      };
      const change = async (verb: typeof disableEditor) =>
        done(await verb(scratch.db, admin, { editorId: reviewer.id, rowVersion: await version() }));
      await change(disableEditor);
      expect(await findTokenHolder(scratch.db, token)).toBeNull();
      expect((await audit()).after).toMatchObject({ disabled: true, tokensRevoked: 1 });
      await change(enableEditor);
      expect(await findTokenHolder(scratch.db, token)).toBeNull();
    });

    test("is refused beyond a number nobody keeps an eye on", async () => {
      const alive = (await listTokens(scratch.db, admin.id)).length;
      for (let count = alive; count < mostTokens; count++) await made(`one ${count}`, admin);
      expect(await makeToken(scratch.db, admin, { name: "one more", days: "7" })).toEqual({
        ok: false,
        refusal: { kind: "invalid", fields: { name: ["many"] } },
      });
    });
  });
});
