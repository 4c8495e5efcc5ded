import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin("./messages/request.ts");

/** Said with every answer; the content security policy, which needs a nonce, is the proxy's. */
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), browsing-topics=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Reporting-Endpoints", value: 'policy="/api/reports"' },
  { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" },
];

/** An invitation is a secret: no request says where it came from in full, be it to ourselves, whose proxy may write that down. */
const untold = [{ key: "Referrer-Policy", value: "strict-origin" }];

/** No page of ours stands in another's frame, save those made for it. */
const unframed = [{ key: "X-Frame-Options", value: "DENY" }];

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
    { source: "/:path*", headers },
    { source: "/((?!embed/).*)", headers: unframed },
    { source: "/invite/:path*", headers: untold },
  ],
};

export default withMessages(config);
