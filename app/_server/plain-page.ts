import { createHash } from "node:crypto";
import type { Locale } from "@/domain/vocabulary";

/** In the colours of the site, and in letters that every machine has. */
const style = `:root{color-scheme:light dark}
html{background:#fbf8f1;color:#1d1b18;font:1.0625rem/1.5 system-ui,sans-serif;overflow-wrap:break-word}
body{max-width:40rem;margin:0 auto;padding:1rem clamp(1rem,4vw,2.5rem) 3rem}
h1{font:600 clamp(1.75rem,1.3rem + 2vw,2.6rem)/1.2 Georgia,serif;text-wrap:balance;margin:0}
.wordmark+main{margin-top:2.5rem}
p{margin:1rem 0 0}
a{color:inherit;text-decoration-thickness:1px;text-underline-offset:.18em;display:inline-block;padding:.25rem 0}
.wordmark{font:700 1.5rem/1.2 Georgia,serif;text-decoration:none;background:linear-gradient(transparent 62%,#ffe066 62% 92%,transparent 92%)}
:focus-visible{outline:3px solid #8a5a00;outline-offset:2px}
@media(prefers-color-scheme:dark){html{background:#141312;color:#ece7dc}:focus-visible{outline-color:#f2cf4a}}`;

/** What a plain page may do: wear its style and lead on. @param framed whether it may stand in another's page */
export const plainPolicy = (framed = false): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
    "base-uri 'none'",
    `frame-ancestors ${framed ? "*" : "'none'"}`,
  ].join("; ");

/** What is said with a page that stands alone: nothing is kept of it, and nothing may be brought into it. */
export const plainHeaders = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "no-store",
  "Content-Security-Policy": plainPolicy(),
  "X-Content-Type-Options": "nosniff",
} as const;

/**
 * A page without anything of ours around it but the way in, that costs nothing to make.
 * @param paragraphs in HTML
 * @param framed whether it may stand in another's page, which is no place to lead on from
 */
export function plainPage(
  locale: Locale,
  title: string,
  paragraphs: readonly string[],
  framed = false,
): string {
  const body = paragraphs.map((one) => `<p>${one}</p>`).join("");
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Verbatim</title><style>${style}</style>
${framed ? "" : `<a class="wordmark" href="/${locale}">Verbatim</a>`}<main><h1>${title}</h1>${body}</main></html>`;
}
