import { readFile } from "node:fs/promises";
import path from "node:path";
import { createElement } from "react";
import { ChartSvg } from "@/components/charts/chart-svg";
import { standaloneCss } from "@/components/charts/standalone-css";
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
  markup({ ...props, css: await pictureCss() });

/** React's renderer to text, which Next lets a route have only by asking late. */
async function markup(props: Parameters<typeof ChartSvg>[0]): Promise<string> {
  const { renderToStaticMarkup } = await import("react-dom/server");
  return renderToStaticMarkup(createElement(ChartSvg, props));
}

let css: Promise<string> | undefined;

function pictureCss(): Promise<string> {
  const folder = path.join(/* turbopackIgnore: true */ projectRoot, "components", "charts");
  css ??= readFile(path.join(folder, "chart.css"), "utf8").then((text) =>
    standaloneCss(text, "light", tokens),
  );
  return css;
}
