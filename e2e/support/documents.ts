import type { JSHandle, Page } from "@playwright/test";

export type Answer = { readonly status: number; readonly document: JSHandle<Document> };

/** A page as its HTML has it, parsed but not drawn: what a reader gets without script and style sheets. */
export async function readPage(page: Page, path: string): Promise<Answer> {
  const response = await page.request.get(path, { maxRedirects: 0 });
  const html = await response.text();
  const document = await page.evaluateHandle(
    (text) => new DOMParser().parseFromString(text, "text/html"),
    html,
  );
  return { status: response.status(), document };
}
