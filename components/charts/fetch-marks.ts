import { type FigureLine, readFigureLine, type SharedNames } from "@/domain/chart/figure-lines";
import type { Figure } from "@/domain/figure";
import type { ExploreSettings } from "./explore-settings";

/** Milliseconds that are read at once: thousands of figures in one go would hold up the frames of what is on the screen. */
const AT_ONCE = 5;

type Head = { readonly settings: Omit<ExploreSettings, "figures">; readonly names: SharedNames };

/** Fetches what to draw: settings and names on the first line, a figure on each line after it. Rejects where it cannot be had. */
export async function fetchMarks(href: string): Promise<ExploreSettings> {
  const response = await fetch(href);
  if (!response.ok || response.body === null)
    throw new Error(`The figures could not be fetched: ${response.status}`);
  const heads: Head[] = [];
  const figures: Figure[] = [];
  await eachLine(response.body, (line) => {
    const [head] = heads;
    if (!head)
      heads.push(JSON.parse(line) as Head); // our own route wrote it
    else figures.push(readFigureLine(JSON.parse(line) as FigureLine, head.settings.metric, head.names));
  });
  return { ...heads[0]!.settings, figures }; // there is a line, or it would not parse
}

async function eachLine(body: NonNullable<Response["body"]>, read: (line: string) => void): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let since = performance.now();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = `${rest}${part.value}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      read(line);
      if (performance.now() - since < AT_ONCE) continue;
      await nextTask();
      since = performance.now();
    }
  }
  read(rest);
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve));
