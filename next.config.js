import { readFileSync } from "node:fs";
import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin("./messages/request.ts");

/** What every answer says, and every one but embeds; the content security policy, which needs a nonce, is the proxy's. */
const { all, unframed } = JSON.parse(
  readFileSync(new URL("./app/_server/every-answer.json", import.meta.url), "utf8"),
);
const toList = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** An invitation is a secret: no request says where it came from in full, be it to ourselves, whose proxy may write that down. */
const untold = [{ key: "Referrer-Policy", value: "strict-origin" }];

/** @type {import('next').NextConfig} */
const config = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked once, by `npm test`, tests included: a start neither waits for that nor fails on a test.
  typescript: { ignoreBuildErrors: true },
  // Title and description stand in the head for everyone. Next would stream them to browsers after the page, to be put
  // in place by script, and a reader without script would get none.
  htmlLimitedBots: /.*/,
  // No picture of ours is made smaller on the way: who asks for that is told there is nothing.
  images: { unoptimized: true },
  experimental: {
    // A long article with its HTML, as a browser copies it, has several times the 1 MB that Next takes.
    serverActions: { bodySizeLimit: "6mb" },
    // A site is built once of what it is made of: what the next build could reuse takes half a minute to write.
    turbopackFileSystemCacheForBuild: false,
  },
  // One module instance for the database driver, and a smaller server bundle.
  serverExternalPackages: ["postgres", "@electric-sql/pglite", "@resvg/resvg-js", "wawoff2"],
  headers: async () => [
    { source: "/:path*", headers: toList(all) },
    { source: "/((?!embed/).*)", headers: toList(unframed) },
    { source: "/invite/:path*", headers: untold },
  ],
};

export default withMessages(config);
