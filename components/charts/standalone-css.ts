import { markColours, unattributedColour } from "@/domain/chart/claimant-mark";

export type StandaloneTokens = Readonly<
  Record<"paper" | "ink" | "ink-2" | "hairline" | "highlight" | "sans" | "serif", string>
>;

/**
 * chart.css for a picture that leaves the site: without custom properties, which most SVG renderers do not know, and
 * without conditions. Give it to `<ChartSvg css>`, never to a page.
 */
export function standaloneCss(chartCss: string, theme: "light" | "dark", tokens: StandaloneTokens): string {
  const rules = rulesOf(withoutConditions(chartCss.replace(/\/\*[\s\S]*?\*\//g, "")));
  const plain = rules.filter((rule) => !rule.includes("--c")).map((rule) => resolve(rule, tokens));
  const coloured = rules.filter((rule) => rule.includes("var(--c)")).map((rule) => resolve(rule, tokens));
  return [
    ...plain,
    ...colours(theme).flatMap(([name, colour]) => coloured.map((rule) => within(rule, name, colour))),
  ].join("\n");
}

const rulesOf = (css: string): string[] => css.match(/[^{}]+\{[^{}]*\}/g)?.map((rule) => rule.trim()) ?? [];

/** Drops every `@…{ … }`, nested braces included. */
function withoutConditions(css: string): string {
  let kept = "";
  for (let at = 0; at < css.length; ) {
    const next = css.indexOf("@", at);
    if (next === -1) return kept + css.slice(at);
    kept += css.slice(at, next);
    let depth = 0;
    at = css.indexOf("{", next);
    do {
      if (css[at] === "{") depth++;
      if (css[at] === "}") depth--;
      at++;
    } while (depth > 0 && at < css.length);
  }
  return kept;
}

const resolve = (rule: string, tokens: StandaloneTokens): string =>
  rule.replace(/var\(--([\w-]+)\)/g, (whole, name: string) =>
    name === "c" ? whole : (tokens[name as keyof StandaloneTokens] ?? "none"),
  );

function colours(theme: "light" | "dark"): [string, string][] {
  const grey = unattributedColour[theme];
  const numbered = markColours.map((colour, number): [string, string] => [`chart-m${number}`, colour[theme]]);
  return [...numbered, ["chart-mnone", grey], ["chart-mghost", grey]];
}

/** One rule for all claimants becomes one for this claimant: on the element itself or inside it. */
function within(rule: string, name: string, colour: string): string {
  const [selectors = "", body = ""] = rule.split("{");
  const own = selectors.split(",").flatMap((selector) => {
    const last = selector.trim().split(" ").at(-1) ?? "";
    return [`.${name} ${last}`, `${last}.${name}`];
  });
  return `${own.join(",")}{${body.replaceAll("var(--c)", colour)}`;
}
