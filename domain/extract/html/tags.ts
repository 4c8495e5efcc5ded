/** One tag as it stands in the source: its name in lower case and where it ends. */
export type Tag = {
  readonly name: string;
  readonly closing: boolean;
  readonly raw: string;
  readonly end: number;
};

const names = /<(\/?)([a-z][a-z0-9:-]*)/iy;

/** Reads tags of one source left to right, in time linear in its length whatever it holds. */
export function tagReader(html: string): (at: number) => Tag | null {
  const none = { '"': false, "'": false };
  /** The end of a quoted value, or -1; a quote that is never closed again is searched for once. */
  const closing = (quote: '"' | "'", from: number): number => {
    if (none[quote]) return -1;
    const found = html.indexOf(quote, from);
    none[quote] = found < 0;
    return found;
  };
  const endOf = (from: number): number => {
    for (let i = from; i < html.length; i += 1) {
      const unit = html[i];
      if (unit === ">") return i + 1;
      if ((unit === '"' || unit === "'") && html[i - 1] === "=") i = Math.max(i, closing(unit, i + 1));
    }
    return html.length;
  };
  return (at) => {
    names.lastIndex = at;
    const match = names.exec(html);
    if (match === null) return null;
    const end = endOf(names.lastIndex);
    return { name: match[2]!.toLowerCase(), closing: match[1] === "/", raw: html.slice(at, end), end };
  };
}

/** The value of an attribute of a tag, as written; null where it has none. */
export const attributeOf = (raw: string, name: string): string | null => {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, "i").exec(
    raw.slice(0, 5_000),
  );
  return match ? (match[1] ?? match[2] ?? match[3] ?? null) : null;
};

export const voidTags = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

/** What starts and ends a line; a dropped tag of these still parts the words on its two sides. */
export const blockTags = new Set(
  `address article aside blockquote br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** They end where the next of their name starts, written or not. */
export const selfEnding = new Set("p li dt dd td th tr option".split(" "));

/** Nothing in them is words of the text; what is not closed is not dropped, save where browsers drop it too. */
export const wordless = new Set(
  `script style template svg math iframe object canvas audio video noscript select textarea noembed noframes
  applet picture`.split(/\s+/),
);
export const rawText = new Set(["script", "style", "textarea", "iframe", "noembed", "noframes"]);
