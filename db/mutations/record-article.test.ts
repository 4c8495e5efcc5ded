import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { articleInput } from "@/domain/article";
import { articleOf, storkArticle } from "../testing/articles";
import { aCollection, admin, done, everythingIn, loader, reviewer, sha256, writer } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { recordArticle } from "./record-article";

describe("an article", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
    });

    let made = 0;
    const record = (
      card: Parameters<typeof articleOf>[1] = {},
      text = `${storkArticle}\n\n${"I".repeat(++made)}.`,
      by = writer,
    ) => recordArticle(scratch.db, by, articleOf(text, card));
    const refusal = async (input: z.input<typeof articleInput>) => {
      const before = await everythingIn(scratch.sql);
      const answer = await recordArticle(scratch.db, writer, input);
      expect(await everythingIn(scratch.sql)).toBe(before);
      return answer.ok ? null : answer.refusal;
    };

    test("is kept whole, with its suggestions, and no passage that readers could see", async () => {
      const text = `${storkArticle}\n\nEntier.`;
      const { slug, suggestions } = done(await record({ title: "Entier 🦩" }, text));
      expect({ slug, suggestions }).toEqual({ slug: "entier", suggestions: 3 });
      const [version] = await scratch.sql`select v.number, v.extent, v.text, v.sha256, v.author_id,
          (select count(*)::int from passages where source_version_id = v.id) as passages
        from source_versions v join sources s on s.id = source_id where slug = 'entier'`;
      expect(version).toMatchObject({ number: 1, extent: "full", text, author_id: writer.id, passages: 0 });
      expect(version!.sha256).toBe(sha256(text));
      const [line] =
        await scratch.sql`select verb, entity, after from audit_events order by seq desc limit 1`;
      expect(line).toMatchObject({ verb: "record_article", entity: "source:entier" });
      expect(line!.after).toMatchObject({ title: "Entier 🦩", suggestions: 3, sha256: sha256(text) });
      expect(JSON.stringify(line)).not.toContain("nichent");
    });

    test("has a slug of its own where the title is taken", async () => {
      const slugs = [];
      for (let n = 0; n < 3; n++) slugs.push(done(await record({ title: "Même titre" })).slug);
      expect(slugs).toEqual(["meme-titre", "meme-titre-2", "meme-titre-3"]);
      expect(done(await record({ title: "Même" })).slug).toBe("meme");
    });

    test("with a text that is there already is refused, by the slug it has", async () => {
      const text = `${storkArticle}\n\nDéjà.`;
      const { slug } = done(await record({ title: "Déjà" }, text));
      expect(await refusal(articleOf(text, { title: "Autre" }))).toEqual({ kind: "exists", slug });
    });

    test("at an address that is there already is refused, however it is written", async () => {
      const { slug } = done(
        await record({ title: "Adresse", url: "https://example.org/storks/?utm_source=a#top" }),
      );
      const [{ url }] = (await scratch.sql`select url from sources where slug = ${slug}`) as unknown as [
        { url: string },
      ];
      expect(url).toBe("https://example.org/storks");
      const again = articleOf("Another text.", { url: "https://example.org/storks?fbclid=1" });
      expect(await refusal(again)).toEqual({ kind: "exists", slug });
      expect(done(await record({ url: "https://example.org/storks?page=2" })).slug).toBeTruthy();
    });

    test("pasted by several at once is recorded once", async () => {
      const text = `${storkArticle}\n\nEnsemble.`;
      const answers = await Promise.all([1, 2, 3, 4].map(() => record({ title: "Ensemble" }, text)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      for (const answer of answers)
        if (!answer.ok) expect(answer.refusal).toEqual({ kind: "exists", slug: "ensemble" });
    });

    test("of an unknown publisher, without text or too long, is refused by the field", async () => {
      const fields = async (input: z.input<typeof articleInput>) => {
        const why = await refusal(input);
        return why?.kind === "invalid" ? Object.keys(why.fields) : why;
      };
      expect(await fields(articleOf("Text.", { publisher: "nobody" }))).toEqual(["publisher"]);
      expect(await fields(articleOf(""))).toEqual(["text"]);
      expect(await fields({ ...articleOf("1."), text: "x".repeat(300_001) })).toEqual(["text"]);
    });

    test("is recorded by every role, in their own name", async () => {
      for (const editor of [writer, reviewer, admin, loader]) {
        const { slug } = done(await record({ title: `De ${editor.id}` }, undefined, editor));
        const lines =
          await scratch.sql`select editor_id from audit_events where entity = ${`source:${slug}`}`;
        expect(lines.map(({ editor_id }) => editor_id)).toEqual([editor.id]);
      }
    });

    test("of three thousand numbers is kept with all of them", async () => {
      const text = Array.from({ length: 3000 }, (_, n) => `Il y a ${n + 20} cigognes.`).join("\n");
      expect(done(await record({ title: "Longue liste" }, text)).suggestions).toBe(3000);
    });
  });
});
