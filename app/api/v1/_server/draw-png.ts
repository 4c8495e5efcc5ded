import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { decompress } from "wawoff2";
import { projectRoot } from "@/db/env";
import { escapeXml } from "@/domain/export/xlsx";

export const pictureFont = "Source Sans 3";

/** Quotations. A variable font, which the renderer draws at its plain weight: all that a quotation needs. */
export const pictureSerif = "Source Serif 4";

const folder = path.join(/* turbopackIgnore: true */ projectRoot, "node_modules");
const faces = [
  ...["latin-400", "latin-600", "latin-ext-400", "latin-ext-600"].map(
    (face) => `@fontsource/source-sans-3/files/source-sans-3-${face}-normal.woff2`,
  ),
  ...["latin", "latin-ext", "cyrillic"].map(
    (script) => `@fontsource-variable/source-serif-4/files/source-serif-4-${script}-wght-normal.woff2`,
  ),
];

let fonts: Promise<string[]> | undefined;

/** The site's own font as the renderer takes it: from files, and neither WOFF2 nor variable. */
function fontFiles(): Promise<string[]> {
  fonts ??= unpackFonts();
  fonts.catch(() => {
    fonts = undefined; // the next picture tries again
  });
  return fonts;
}

/** One after the other: the unpacker hands out its own memory, which the next font is written over. */
async function unpackFonts(): Promise<string[]> {
  const unpacked = await mkdtemp(path.join(tmpdir(), "verbatim-fonts-"));
  const written: string[] = [];
  for (const face of faces) {
    const packed = await readFile(path.join(folder, face));
    const file = path.join(unpacked, `${path.basename(face, ".woff2")}.ttf`);
    await writeFile(file, Uint8Array.from(await decompress(packed)));
    written.push(file);
  }
  return written;
}

/** A picture of an SVG, by default at twice its size for screens that are twice as fine. Signs our fonts lack come from the system. */
export async function drawPng(svg: string, zoom = 2): Promise<Uint8Array<ArrayBuffer>> {
  const font = {
    fontFiles: await fontFiles(),
    loadSystemFonts: true,
    defaultFontFamily: pictureFont,
    sansSerifFamily: pictureFont,
    serifFamily: pictureSerif,
  };
  return new Uint8Array(new Resvg(svg, { font, fitTo: { mode: "zoom", value: zoom } }).render().asPng());
}

/** How wide quotations are drawn, in pixels. */
export async function serifRuler(): Promise<(text: string, size: number) => number> {
  const files = await fontFiles();
  return (text, size) => {
    const line = `<text y="50" font-family="${pictureSerif}" font-size="${size}" xml:space="preserve">${escapeXml(text)}|</text>`;
    const width = (inside: string) =>
      new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`, {
        font: { fontFiles: files, loadSystemFonts: false, serifFamily: pictureSerif },
      }).getBBox()?.width ?? 0;
    return width(line) - width(line.replace(/>[^<]*</, ">|<"));
  };
}
