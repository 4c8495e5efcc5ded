import { element } from "./feed/xml";

/** What a page is told of something it may embed, by oEmbed 1.0. */
export type OEmbed = Readonly<Record<string, string | number>>;

export type OEmbedRequest =
  | {
      readonly status: 200;
      readonly url: URL;
      readonly format: "json" | "xml";
      readonly maxWidth: number;
      readonly maxHeight: number;
    }
  | { readonly status: 400 | 404 | 501; readonly reason: string };

/** Reads what is asked for. Parameters of no meaning here are left to whoever added them, as the format has it. */
export function readOEmbedRequest(params: URLSearchParams): OEmbedRequest {
  const format = params.get("format") || "json";
  if (format !== "json" && format !== "xml") return { status: 501, reason: "format must be json or xml." };
  const given = params.get("url") ?? "";
  if (given === "") return { status: 400, reason: "url must be the address of a page." };
  if (!/^https?:\/\//.test(given) || !URL.canParse(given))
    return { status: 404, reason: "url is not the address of a page of this site." };
  const sizes = (["maxwidth", "maxheight"] as const).map((name) => params.get(name) || "100000");
  if (!sizes.every((size) => /^[1-9]\d{0,5}$/.test(size)))
    return { status: 400, reason: "maxwidth and maxheight must be numbers of pixels." };
  const [maxWidth, maxHeight] = sizes.map(Number) as [number, number]; // of two
  return { status: 200, url: new URL(given), format, maxWidth, maxHeight };
}

/** The answer in its format. */
export function writeOEmbed(answer: OEmbed, format: "json" | "xml"): string {
  if (format === "json") return `${JSON.stringify(answer, null, 1)}\n`;
  const fields = Object.entries(answer).map(([name, value]) => element(name, {}, String(value)));
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n${element("oembed", {}, ...fields).xml}\n`;
}
