import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { decompress } from "wawoff2";
import { projectRoot } from "@/db/env";

export const pictureFont = "Source Sans 3";

const files = path.join(
  /* turbopackIgnore: true */ projectRoot,
  "node_modules",
  "@fontsource",
  "source-sans-3",
  "files",
);
const faces = ["latin-400", "latin-600", "latin-ext-400", "latin-ext-600"];

let fonts: Promise<string[]> | undefined;

/** The site's own font as the renderer takes it: from files, and neither WOFF2 nor variable. */
function fontFiles(): Promise<string[]> {
  fonts ??= unpackFonts();
  fonts.catch(() => {
    fonts = undefined; // the next picture tries again
  });
  return fonts;
}

async function unpackFonts(): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "verbatim-fonts-"));
  return Promise.all(
    faces.map(async (face) => {
      const packed = await readFile(path.join(files, `source-sans-3-${face}-normal.woff2`));
      const file = path.join(folder, `${face}.ttf`);
      await writeFile(file, await decompress(packed));
      return file;
    }),
  );
}

/** A picture of an SVG at twice its size, for screens that are twice as fine. Signs our font lacks come from the system. */
export async function drawPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const font = {
    fontFiles: await fontFiles(),
    loadSystemFonts: true,
    defaultFontFamily: pictureFont,
    sansSerifFamily: pictureFont,
  };
  return new Uint8Array(new Resvg(svg, { font, fitTo: { mode: "zoom", value: 2 } }).render().asPng());
}
