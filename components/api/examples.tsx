import { getTranslations } from "next-intl/server";
import type { Operation } from "./read-document";

/** Addresses that can be opened as they stand, and what to type for each at a terminal. */
export async function Examples({ operations, site }: { operations: readonly Operation[]; site: string }) {
  const t = await getTranslations("api");
  const all = operations.flatMap(({ path, examples, isFile }) =>
    examples.map((address) => ({ address, isFile, isBare: address === path })),
  );
  const sent = operations.flatMap(({ path, body }) => (body === null ? [] : [{ path, body }]));
  // An address that needs nothing is a link where it is named; one of them is shown here where there is no other.
  const asking = all.filter(({ isBare }) => !isBare);
  const shown = asking.length > 0 ? asking : all.slice(0, 1);
  if (shown.length + sent.length === 0) return null;
  return (
    <>
      <h3>{t("try")}</h3>
      <ul className="api-examples">
        {shown.map(({ address, isFile }) => (
          <li key={address}>
            <a href={address}>{address.replace("/api/v1/", "")}</a>
            <pre>
              <code>{`curl ${isFile ? "-OJ " : ""}'${site}${address}'`}</code>
            </pre>
          </li>
        ))}
        {sent.map(({ path, body }) => (
          <li key={path}>
            <pre data-sends={path}>
              <code>{`curl '${site}${path}?dry_run=1' -H 'Authorization: Bearer vb_…' -H 'Content-Type: application/json' -d '${JSON.stringify(body, null, 1)}'`}</code>
            </pre>
          </li>
        ))}
      </ul>
    </>
  );
}
