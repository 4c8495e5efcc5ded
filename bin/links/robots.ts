/** What a site asks of machines: whether a path may be asked, and how many seconds to wait between two questions. */
export type Robots = { readonly allows: (path: string) => boolean; readonly delay: number };

export const noRobots: Robots = { allows: () => true, delay: 0 };

type Rule = { readonly allow: boolean; readonly path: string };

/**
 * Reads a robots.txt (RFC 9309): the rules for `agent`, or else those for everyone. The longest rule that fits wins, and
 * of two as long the one that allows.
 */
export function readRobots(text: string, agent: string): Robots {
  const groups = new Map<string, { rules: Rule[]; delay: number }>();
  let names: string[] = [];
  let inRules = false;
  for (const line of text.slice(0, 65_536).split(/\r\n?|\n/)) {
    const [, field = "", value = ""] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    const words = value.trim();
    const key = field.toLowerCase();
    if (key === "user-agent") {
      if (inRules) names = [];
      inRules = false;
      names.push(words.toLowerCase());
      if (!groups.has(words.toLowerCase())) groups.set(words.toLowerCase(), { rules: [], delay: 0 });
      continue;
    }
    if (key !== "allow" && key !== "disallow" && key !== "crawl-delay") continue;
    inRules = true;
    for (const name of names) {
      const group = groups.get(name)!; // made when it was named
      if (key === "crawl-delay") group.delay = Math.min(Math.max(Number(words) || 0, 0), 10);
      else if (words !== "") group.rules.push({ allow: key === "allow", path: words });
    }
  }
  const own = groups.get(agent.toLowerCase()) ?? groups.get("*");
  return own === undefined ? noRobots : { delay: own.delay, allows: (path) => allowed(own.rules, path) };
}

function allowed(rules: readonly Rule[], path: string): boolean {
  const fitting = rules
    .filter((rule) => fits(rule.path, path))
    .sort((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow));
  return fitting[0]?.allow ?? true;
}

/** `*` stands for anything and `$` for the end. No regular expression is made of what a stranger wrote. */
function fits(pattern: string, path: string): boolean {
  const ends = pattern.endsWith("$");
  const parts = (ends ? pattern.slice(0, -1) : pattern).split("*");
  const [first = "", ...rest] = parts;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = rest.at(-1);
  return !ends || at === path.length || (last !== undefined && path.endsWith(last));
}
