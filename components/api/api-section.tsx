import { getTranslations } from "next-intl/server";
import type { OpenApiDocument } from "@/domain/export/openapi";
import { Examples } from "./examples";
import { type Operation, rowsOf, type Schema } from "./read-document";
import { ValueWords } from "./value-words";

type Props = {
  tag: OpenApiDocument["tags"][number];
  document: OpenApiDocument;
  operations: readonly Operation[];
  site: string;
};

/** What belongs together: the addresses, what to try, which parameters each takes, and the columns of its rows. */
export async function ApiSection({ tag, document, operations, site }: Props) {
  const t = await getTranslations("api");
  const schemas = document.components.schemas as Readonly<Record<string, Schema>>;
  return (
    <section id={tag.name} className="api-section">
      <h2>{tag["x-displayName"]}</h2>
      <p>{tag.description}</p>
      <ul className="api-addresses">
        {operations.map(({ method, path, summary, types, examples }) => (
          <li key={`${method} ${path}`}>
            <code>
              <span className="api-method">{method}</span>{" "}
              {examples.includes(path) ? <a href={path}>{path}</a> : path}
            </code>
            <span>
              {summary} <span className="secondary">{types.join(", ")}</span>
            </span>
          </li>
        ))}
      </ul>
      <Examples operations={operations} site={site} />
      <Taken operations={operations} />
      {rowsOf(document, tag.name).map((name) => (
        <details key={name} className="api-columns">
          <summary>{t("columns", { name })}</summary>
          <dl className="facts">
            {Object.entries(schemas[name]?.properties ?? {}).map(([column, schema]) => (
              <div key={column}>
                <dt>
                  <code>{column}</code>
                </dt>
                <dd>
                  {schema.description} <ValueWords of={schema} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  );
}

/** Which parameters every address of a section takes, and which are some addresses' own. */
async function Taken({ operations }: Pick<Props, "operations">) {
  const t = await getTranslations("api");
  const [first, ...rest] = operations;
  if (first === undefined) return null;
  const shared = first.parameters.filter((name) => rest.every((one) => one.parameters.includes(name)));
  const own = operations
    .map((one) => ({ ...one, parameters: one.parameters.filter((name) => !shared.includes(name)) }))
    .filter(({ parameters }) => parameters.length > 0);
  if (shared.length + own.length === 0) return null;
  return (
    <>
      <h3>{t("parameters")}</h3>
      <ul className="api-taken">
        {shared.length > 0 && (
          <li>
            {rest.length > 0 && <span className="secondary">{t("everywhere")} </span>}
            <Names of={shared} />
          </li>
        )}
        {own.map(({ path, parameters }) => (
          <li key={path}>
            <code>{path.replace("/api/v1/", "")}</code> <Names of={parameters} />
          </li>
        ))}
      </ul>
    </>
  );
}

const Names = ({ of }: { of: readonly string[] }) =>
  of.map((name, index) => (
    <span key={name}>
      {index > 0 && ", "}
      <a href={`#parameter-${name}`}>
        <code>{name}</code>
      </a>
    </span>
  ));
