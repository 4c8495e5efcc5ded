import { readFile } from "node:fs/promises";
import path from "node:path";
import { createElement } from "react";
import { ChartSvg } from "@/components/charts/chart-svg";
import { standaloneCss } from "@/components/charts/standalone-css";
import { toMarkup } from "@/components/charts/to-markup";
import { projectRoot } from "@/db/env";
import { pictureFont, pictureSerif } from "./draw-png";

/** The site's colours by day: a picture does not know where it will be seen. */
export const tokens = {
  paper: "#fbf8f1",
  ink: "#1d1b18",
  "ink-2": "#5c564c",
  hairline: "#d8d1c2",
  highlight: "#ffe066",
  sans: `"${pictureFont}", sans-serif`,
  serif: `"${pictureSerif}", serif`,
};

/** A chart as SVG markup of its own. */
export const drawing = async (props: Omit<Parameters<typeof ChartSvg>[0], "css">): Promise<string> =>
  toMarkup(createElement(ChartSvg, { ...props, css: await pictureCss() }));

let css: Promise<string> | undefined;

function pictureCss(): Promise<string> {
  const folder = path.join(/* turbopackIgnore: true */ projectRoot, "components", "charts");
  css ??= readFile(path.join(folder, "chart.css"), "utf8").then((text) =>
    standaloneCss(text, "light", tokens),
  );
  return css;
}
