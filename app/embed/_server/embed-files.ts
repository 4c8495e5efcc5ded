import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { projectRoot } from "@/db/env";

export type Theme = "light" | "dark";

const sheets = ["site/styles/tokens.css", "charts/marks.css", "charts/chart.css", "embed/embed.css"] as const;

/** Tells a page that listens how high this is. Nothing is lost where nobody does, or where scripts may not run. */
export const heightScript = `if(window.parent!==window){const tell=()=>window.parent.postMessage({type:"verbatim:height",height:Math.ceil(document.body.getBoundingClientRect().height)},"*");addEventListener("load",tell);new ResizeObserver(tell).observe(document.body);tell()}`;

let css: Promise<string> | undefined;

/** The style sheet of embeds: by the reader's own preference, or always light or dark. */
export async function embedCss(theme: Theme | undefined): Promise<string> {
  const folder = path.join(/* turbopackIgnore: true */ projectRoot, "components");
  css ??= Promise.all(sheets.map((sheet) => readFile(path.join(folder, sheet), "utf8"))).then((all) =>
    all
      .join("\n")
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/\n\s*/g, "\n"),
  );
  const preferring = "@media (prefers-color-scheme: dark)";
  const text = await css;
  return theme === undefined
    ? text
    : text.replaceAll(preferring, theme === "dark" ? "@media all" : "@media not all");
}

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * What an embed may do: stand in any page, run its one script and wear its one style sheet. It loads nothing, so a
 * page's own policy and a sandbox have nothing to forbid.
 */
export const embedPolicy = (sheet: string): string =>
  [
    "default-src 'none'",
    `style-src ${hash(sheet)}`,
    `script-src ${hash(heightScript)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors *",
  ].join("; ");
