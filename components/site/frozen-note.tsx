import { getTranslations } from "next-intl/server";
import { addressesIn } from "@/domain/address";
import { formatDay } from "@/domain/format-date";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { Filled } from "../ui/filled";

type Props = {
  locale: Locale;
  /** The address of the page without its language, query included. */
  path: string;
  asOf: string;
  /** When that revision was published. */
  at: Date;
};

/**
 * Says of a page frozen at a revision that it is one, and leads to today's. Nothing here depends on what was published
 * since: the page stays as it is for ever.
 */
export async function FrozenNote({ locale, path, asOf, at }: Props) {
  const t = await getTranslations("frozen");
  const hrefTo = addressesIn(locale);
  const day = at.toISOString().slice(0, 10);
  return (
    <aside className="notice frozen" aria-label={t("title")}>
      <p>
        <Filled
          template={messagesOf(locale).frozen.asOf}
          holes={{ revision: asOf, day: <time dateTime={day}>{formatDay(day, locale, "long")}</time> }}
        />
      </p>
      <p>
        <a href={hrefTo(withoutAsOf(path))} data-unfreezes="">
          {t("today")}
        </a>
        {" · "}
        <a href={hrefTo(`/changes?since=${asOf}`)} data-unfreezes="">
          {t("compare")}
        </a>
      </p>
    </aside>
  );
}

function withoutAsOf(path: string): string {
  const [bare = "", query = ""] = path.split("?");
  const params = new URLSearchParams(query);
  params.delete("as_of");
  return params.size === 0 ? bare : `${bare}?${params}`;
}
