import { readSup } from "./sup";
import { attributeOf, blockTags, rawText, selfEnding, type Tag, tagReader, voidTags, wordless } from "./tags";

/** The page without what no reader sees, with its head apart. */
export type Pruned = {
  readonly body: string;
  /** Its title, meta, link and html tags as written. */
  readonly head: string;
  /** The texts of its JSON-LD scripts. */
  readonly data: readonly string[];
  /** True where it holds a head or body of its own: a page and not a selection. */
  readonly isPage: boolean;
  /** How many tags and entities it holds: each becomes a piece of its own once parsed. */
  readonly pieces: number;
};

/** What parses a page walks it by recursion: deeper elements are opened up. */
const deepest = 100;
const mostHeadTags = 400;

/** Drops what holds no words, opens up what is nested too deep and rewrites raised text. Linear; never throws. */
export function prune(html: string): Pruned {
  return new Pruner(selection(html)).run();
}

/** What a clipboard marks as selected, if it marks anything. */
function selection(html: string): string {
  const start = html.indexOf("<!--StartFragment-->");
  if (start < 0) return html;
  const end = html.indexOf("<!--EndFragment-->", start);
  return html.slice(start, end < 0 ? html.length : end);
}

class Pruner {
  private readonly tagAt: (at: number) => Tag | null;
  private readonly parts: string[] = [];
  private readonly headParts: string[] = [];
  private readonly data: string[] = [];
  private readonly stack: string[] = [];
  private readonly open = new Map<string, number>();
  /** Elements whose end was looked for in vain: looking again would take quadratic time. */
  private readonly endless = new Set<string>();
  private isPage = false;
  private pieces = 0;
  private tail = "";

  constructor(private readonly html: string) {
    this.tagAt = tagReader(html);
  }

  run(): Pruned {
    let at = 0;
    while (at < this.html.length) {
      const next = this.html.indexOf("<", at);
      this.words(this.html.slice(at, next < 0 ? this.html.length : next));
      if (next < 0) break;
      at = this.markup(next);
    }
    const { isPage, pieces, data } = this;
    return { body: this.parts.join(""), head: this.headParts.join(""), data, isPage, pieces };
  }

  private words(text: string): void {
    if (text === "") return;
    for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", at + 1)) this.pieces += 1;
    this.parts.push(text.replaceAll("\t", " "));
    this.tail = (this.tail + text).slice(-12);
  }

  /** Reads the markup that starts here and returns where it ends. */
  private markup(at: number): number {
    if (this.html.startsWith("<!--", at)) return this.after("-->", at + 4, this.html.length);
    if (this.html[at + 1] === "!" || this.html[at + 1] === "?") return this.after(">", at + 2, at + 1);
    const tag = this.tagAt(at);
    if (tag === null) {
      this.words("&lt;");
      return at + 1;
    }
    this.pieces += 1;
    if (wordless.has(tag.name)) return tag.closing ? tag.end : this.skip(tag);
    if (tag.name === "sup" && !tag.closing) return this.sup(tag);
    if (tag.name === "title" && !tag.closing) return this.title(tag);
    this.keep(tag);
    return tag.end;
  }

  private after(words: string, from: number, otherwise: number): number {
    const found = this.html.indexOf(words, from);
    return found < 0 ? otherwise : found + words.length;
  }

  /** Where the closing tag of an element starts, or -1. */
  private closingOf(name: string, from: number): number {
    if (this.endless.has(name)) return -1;
    const closing = new RegExp(`</${name}(?=[\\s/>])`, "gi");
    closing.lastIndex = from;
    const found = closing.exec(this.html)?.index ?? -1;
    if (found < 0) this.endless.add(name);
    return found;
  }

  private skip({ name, raw, end }: Tag): number {
    const closing = this.closingOf(name, end);
    if (closing < 0) return rawText.has(name) ? this.html.length : end;
    if (name === "script" && /ld\+json/i.test(attributeOf(raw, "type") ?? "")) {
      this.data.push(this.html.slice(end, closing));
    }
    return closing;
  }

  private sup({ end }: Tag): number {
    const closing = this.closingOf("sup", end);
    if (closing < 0 || closing - end > 500) {
      this.words(" ");
      return end;
    }
    const raised = this.html
      .slice(end, closing)
      .replace(/<[^<>]*>/g, "")
      .replace(/&nbsp;|&#160;/g, " ");
    this.words(readSup(raised, this.tail.replace(/&nbsp;|&#160;/g, " ")));
    return closing;
  }

  private title({ end }: Tag): number {
    const closing = this.closingOf("title", end);
    if (closing < 0) return end;
    if (closing - end < 2_000)
      this.headParts.push(`<title>${this.html.slice(end, closing).replaceAll("<", "&lt;")}</title>`);
    return closing;
  }

  private keep(tag: Tag): void {
    const { name, closing, raw } = tag;
    if (blockTags.has(name)) this.tail = "";
    if (name === "html" || name === "head" || name === "body") this.isPage = true;
    if (name === "html" || name === "meta" || name === "link" || name === "base") {
      if (!closing && this.headParts.length < mostHeadTags && raw.length < 5_000) this.headParts.push(raw);
    }
    if (["html", "head", "body", "title", "sup", "link", "base", "img", "input", "source"].includes(name))
      return;
    if (voidTags.has(name)) this.parts.push(name === "br" || name === "hr" ? "<br>" : "");
    else if (closing) this.close(name);
    else this.openTag(tag);
  }

  private openTag({ name, raw }: Tag): void {
    if (selfEnding.has(name) && this.stack.at(-1) === name) this.close(name);
    // Two cells must not read as one number: 12 | 500 is not 12 500.
    if (name === "td" || name === "th") this.parts.push("\t");
    this.stack.push(name);
    this.open.set(name, (this.open.get(name) ?? 0) + 1);
    if (this.stack.length <= deepest) this.parts.push(raw.length < 5_000 ? raw : `<${name}>`);
    else this.parts.push(blockTags.has(name) ? "<br>" : "");
  }

  /** Closes an element and all still open inside it; a closing tag of nothing is dropped. */
  private close(name: string): void {
    if (!this.open.get(name)) {
      if (name === "p") this.parts.push("<br>");
      return;
    }
    for (let last: string | undefined; last !== name; ) {
      last = this.stack.pop()!;
      this.open.set(last, this.open.get(last)! - 1);
      if (this.stack.length < deepest) this.parts.push(`</${last}>`);
      else this.parts.push(blockTags.has(last) ? "<br>" : "");
    }
  }
}
