"use client";

import { stills } from "./still-store";

/**
 * Markup that stays as the server wrote it. What a server component draws is sent twice, as HTML and as data to check
 * the HTML with; of thousands of marks that is half the page. This is sent once: the browser gets the name alone and
 * leaves alone what it finds.
 */
export function Still({ id, className }: { id: string; className?: string }) {
  const markup = typeof window === "undefined" ? written(id) : "";
  // biome-ignore lint/security/noDangerouslySetInnerHtml: written by toMarkup, which escapes every text
  return <div className={className} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: markup }} />;
}

function written(id: string): string {
  const markup = stills().get(id);
  if (markup === undefined) throw new Error(`The drawing ${id} was let go before the page was written`);
  return markup;
}
