import { getTranslations } from "next-intl/server";
import type { Operation } from "./read-document";

/** Addresses that can be opened as they stand, and what to type for each at a terminal. */
export async function Examples({ operations, site }: { operations: readonly Operation[]; site: string }) {
  const t = await getTranslations("api");
  const all = operations.flatMap(({ examples, isFile }) => examples.map((address) => ({ address, isFile })));
  if (all.length === 0) return null;
  return (
    <>
      <h3>{t("try")}</h3>
      <ul className="api-examples">
        {all.map(({ address, isFile }) => (
          <li key={address}>
            <a href={address}>{address.replace("/api/v1/", "")}</a>
            <pre>
              <code>{`curl ${isFile ? "-OJ " : ""}'${site}${address}'`}</code>
            </pre>
          </li>
        ))}
      </ul>
    </>
  );
}
