import { getTranslations } from "next-intl/server";
import type { OpenApiDocument } from "@/domain/export/openapi";
import { refusals } from "@/domain/export/openapi-answers";
import { Fact } from "../ui/fact";

type Described = { readonly description: string };

/** How an address may refuse, by status, and what is said with an answer. */
export async function Answers({ document }: { document: OpenApiDocument }) {
  const t = await getTranslations("api");
  const { responses, headers } = document.components as {
    responses: Readonly<Record<string, Described>>;
    headers: Readonly<Record<string, Described>>;
  };
  return (
    <section id="answers" className="api-section">
      <h2>{t("answers")}</h2>
      <dl className="facts">
        {Object.entries(refusals).map(([status, { name }]) => (
          <Fact key={status} term={status}>
            {responses[name]?.description}
          </Fact>
        ))}
      </dl>
      <h3>{t("headers")}</h3>
      <dl className="facts">
        {Object.entries(headers).map(([name, { description }]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
