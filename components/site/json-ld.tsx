import { scriptJson } from "@/domain/export/script-json";

/**
 * What a page says to machines. It is data, which no policy takes for a script: it needs no nonce, and without one a
 * frozen page is the same bytes for ever.
 */
export function JsonLd({ data }: { data: object }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape JSON as HTML; scriptJson lets nothing out
      dangerouslySetInnerHTML={{ __html: scriptJson(data) }}
    />
  );
}
