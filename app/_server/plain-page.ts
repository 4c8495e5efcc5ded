import type { Locale } from "@/domain/vocabulary";

/** What is said with a page that stands alone: nothing is kept of it, and nothing may be brought into it. */
export const plainHeaders = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'",
  "X-Content-Type-Options": "nosniff",
} as const;

/** A page without anything of ours around it, that costs nothing to make. @param paragraphs in HTML */
export function plainPage(locale: Locale, title: string, paragraphs: readonly string[]): string {
  const body = paragraphs.map((one) => `<p>${one}</p>`).join("");
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<h1>${title}</h1>${body}</html>`;
}
