import { getTranslations } from "next-intl/server";
import { formatDay } from "@/domain/format-date";
import { isBroken, type LinkCheck } from "@/domain/link-check";
import type { Locale } from "@/domain/vocabulary";

type Props = {
  /** How the address was found; undefined where it was never asked. */
  check: LinkCheck | undefined;
  /** The archived copy to go to where the page itself is not there. */
  archivedUrl?: string | null;
  locale: Locale;
};

/** Whether an address of a source answered when it was last asked, and the way round where it did not. */
export async function LinkWords({ check, archivedUrl = null, locale }: Props) {
  const t = await getTranslations("link");
  if (check === undefined) return null;
  const dayOf = (moment: string) => formatDay(moment.slice(0, 10), locale);
  const date = dayOf(check.checkedAt);
  const broken = isBroken(check);
  if (check.kind === "archived") {
    if (check.answer === "unasked" || check.answer === "refused") return null; // says nothing a reader could use
    return (
      <p className="secondary">{broken ? t("archivedBroken", { date }) : t("archivedThere", { date })}</p>
    );
  }
  return (
    <p className="secondary">
      {t(check.answer, { date })}
      {broken && check.lastThereAt && ` ${t("lastThere", { date: dayOf(check.lastThereAt) })}`}
      {broken && archivedUrl && (
        <>
          {" "}
          <a href={archivedUrl} rel="noopener external">
            {t("useArchive")}
          </a>
        </>
      )}
    </p>
  );
}
