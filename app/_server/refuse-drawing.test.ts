import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import said from "./every-answer.json";
import { refuseDrawing } from "./refuse-drawing";

/** What is answered to who asks so in vain. */
async function refused(
  url: string,
  { why = "often" as "often" | "busy", method = "GET", headers = {} } = {},
) {
  const request = Object.assign(new IncomingMessage(new Socket()), { url, method, headers });
  const response = new ServerResponse(request);
  let body = "";
  response.end = ((given: Buffer) => {
    body = given.toString();
    return response;
  }) as typeof response.end;
  await refuseDrawing(request, response, why, 7);
  return { status: response.statusCode, body, header: (name: string) => response.getHeader(name) };
}

describe("what is not drawn", () => {
  test.each(["/fr/figures?q=heron", "/sign-in", "/api/v1/metrics/storks.svg"])(
    "is told of at %s with all that other answers say, HTTPS for good among it",
    async (url) => {
      const { header } = await refused(url);
      for (const [name, value] of Object.entries({ ...said.all, ...said.unframed }))
        expect(header(name), name).toBe(value);
      expect(header("Strict-Transport-Security")).toContain("max-age=31536000");
      expect(header("Cache-Control")).toBe("no-store");
      expect(header("Retry-After")).toBe("7");
    },
  );

  test("is told of in a page that no other may frame and nothing can be brought into; in an embed, within its frame", async () => {
    const page = await refused("/fr", { why: "busy" });
    expect(page.status).toBe(503);
    expect(page.header("Content-Security-Policy")).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
    expect(page.body).toContain('<a class="wordmark" href="/fr">');
    const embed = await refused("/embed/storks?lang=fr");
    expect(embed.header("X-Frame-Options")).toBeUndefined();
    expect(embed.header("Content-Security-Policy")).toContain("frame-ancestors *");
    expect(embed.body).toContain('<html lang="fr">');
    expect(embed.body, "a frame is no place for the rest of the site").not.toContain('class="wordmark"');
  });

  test("is asked for again by a link; what was sent is kept, and not said to be asked for again", async () => {
    expect((await refused("/fr")).body).toContain('<a href="">Réessayer</a>');
    const sent = await refused("/fr/figures/abcdefgh/objection", { method: "POST" });
    expect(sent.body).toContain("Rien n’a été changé. Rechargez cette page");
    expect(sent.body).not.toContain('href=""');
    const byScript = await refused("/sign-in", { method: "POST", headers: { "next-action": "a" } });
    expect(byScript.header("Content-Type"), "Next hands a script nothing but plain text").toBe("text/plain");
    expect(byScript.body).toBe("refused");
  });
});
