import type { Figure } from "@/domain/figure";
import type { ExploreSettings } from "./explore-settings";

/** Milliseconds that are read at once: thousands of figures in one go would hold up the frames of what is on the screen. */
const AT_ONCE = 5;

/** Fetches what to draw: settings on the first line, a figure on each line after it. Rejects where it cannot be had. */
export async function fetchMarks(href: string): Promise<ExploreSettings> {
  const response = await fetch(href);
  if (!response.ok || response.body === null)
    throw new Error(`The figures could not be fetched: ${response.status}`);
  const [settings, ...figures] = await readLines(response.body);
  // our own route wrote it
  return { ...(settings as Omit<ExploreSettings, "figures">), figures: figures as readonly Figure[] };
}

async function readLines(body: NonNullable<Response["body"]>): Promise<unknown[]> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  const read: unknown[] = [];
  let rest = "";
  let since = performance.now();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = `${rest}${part.value}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      read.push(JSON.parse(line));
      if (performance.now() - since < AT_ONCE) continue;
      await nextTask();
      since = performance.now();
    }
  }
  return [...read, JSON.parse(rest)];
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve));
