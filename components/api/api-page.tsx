import { getTranslations } from "next-intl/server";
import type { OpenApiDocument } from "@/domain/export/openapi";
import type { Locale } from "@/domain/vocabulary";
import { Answers } from "./answers";
import { ApiSection } from "./api-section";
import { operationsOf, type Parameter } from "./read-document";
import { ValueWords } from "./value-words";

type Props = {
  document: OpenApiDocument;
  locale: Locale;
  /** Where the site is: "https://example.org". What is typed at a terminal needs it. */
  site: string;
};

/** The description of the API as a page: everything on it is read from the very document that programs read. */
export async function ApiPage({ document, locale, site }: Props) {
  const t = await getTranslations("api");
  const operations = operationsOf(document);
  const parameters = document.components.parameters as Readonly<Record<string, Parameter>>;
  return (
    <div className="api">
      <header className="page-head">
        <h1>{t("title")}</h1>
        <p>{t("intro")}</p>
        <p>
          {t("machine")} <a href={`/api/v1/openapi.json?lang=${locale}`}>openapi.json</a>,{" "}
          <a href="/api/v1/figure.schema.json">figure.schema.json</a>
        </p>
        <nav className="contents" aria-label={t("title")}>
          {document.tags.map((tag) => (
            <a key={tag.name} href={`#${tag.name}`}>
              {tag["x-displayName"]}
            </a>
          ))}
          <a href="#always">{t("always")}</a>
          <a href="#parameters">{t("parameters")}</a>
          <a href="#answers">{t("answers")}</a>
        </nav>
      </header>
      {document.tags.map((tag) => (
        <ApiSection
          key={tag.name}
          tag={tag}
          document={document}
          operations={operations.filter((one) => one.tag === tag.name)}
          site={site}
        />
      ))}
      <section id="always" className="api-section">
        <h2>{t("always")}</h2>
        <ul className="api-promises">
          {document.info["x-promises"].map((promise) => (
            <li key={promise}>{promise}</li>
          ))}
        </ul>
      </section>
      <section id="parameters" className="api-section">
        <h2>{t("parameters")}</h2>
        <dl className="facts">
          {Object.entries(parameters).map(([key, { name, required, description, schema }]) => (
            <div key={key} id={`parameter-${key}`}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>
                {description} <ValueWords of={schema} required={required} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <Answers document={document} />
    </div>
  );
}
