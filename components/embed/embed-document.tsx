import type { ReactNode } from "react";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";

type Props = {
  locale: Locale;
  title: string;
  /** The style sheet and the script within: their hashes stand in the policy. */
  css: string;
  script: string;
  theme: "light" | "dark" | undefined;
  /** The page that this is a piece of; null where there is none. */
  page: string | null;
  /** Lines at the foot: sources, state and terms. */
  foot: readonly string[];
  children: ReactNode;
};

/** A piece of the site in another site's page: whole in one file, and read as well without its script. */
export function EmbedDocument({ locale, title, css, script, theme, page, foot, children }: Props) {
  const words = messagesOf(locale);
  return (
    <html lang={locale} className={theme && `theme-${theme}`}>
      {/* biome-ignore lint/style/noHeadElement: no page of Next: this is written to text */}
      <head>
        <meta charSet="utf-8" />
        <title>{`${title} · ${words.site.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        {page && <link rel="canonical" href={page} />}
        {/* A page of ours cannot stand in the frame: every link opens beside it. */}
        <base target="_blank" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, which its hash in the policy names */}
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <main>{children}</main>
        <footer className="embed-foot">
          {foot.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {page && (
            <p>
              <a href={page} rel="noopener">
                {words.share.open.replace("{site}", words.site.name)}
              </a>
            </p>
          )}
        </footer>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own script, which its hash in the policy names */}
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
}
