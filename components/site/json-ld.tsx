import { scriptJson } from "@/domain/export/script-json";

/** What a page says to machines. It is data, not a script: the nonce is for policies that ask all the same. */
export function JsonLd({ data, nonce }: { data: object; nonce: string | undefined }) {
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape JSON as HTML; scriptJson lets nothing out
      dangerouslySetInnerHTML={{ __html: scriptJson(data) }}
    />
  );
}
