import { getTranslations } from "next-intl/server";
import type { QueryReading } from "@/domain/figure-query";

type Props = Pick<QueryReading, "unknown" | "malformed"> & {
  /** Further sentences, such as a cursor that leads nowhere. */
  more?: readonly string[];
};

/** Says which parts of the address were not used, so that nobody mistakes the page for what they asked. */
export async function Notices({ unknown, malformed, more = [] }: Props) {
  if (unknown.length + malformed.length + more.length === 0) return null;
  const t = await getTranslations("notice");
  const names = await getTranslations("figures");
  const label = (name: QueryReading["malformed"][number]["name"]) =>
    name === "sort" ? names("sort") : names(name);
  return (
    <aside className="notice" role="note" aria-label={t("title")}>
      <p>
        <strong>{t("title")}.</strong>
      </p>
      <ul>
        {malformed.map(({ name, value }) => (
          <li key={name}>{t("malformed", { name: label(name), value: value.slice(0, 80) })}</li>
        ))}
        {unknown.length > 0 && (
          <li>
            {t("unknown", {
              names: unknown
                .slice(0, 8)
                .map((name) => name.slice(0, 40))
                .join(", "),
            })}
          </li>
        )}
        {more.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </aside>
  );
}
