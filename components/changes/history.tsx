import { getTranslations } from "next-intl/server";
import type { Change, FigureHistory } from "@/domain/change";
import { formatDay } from "@/domain/format-date";
import type { Locale } from "@/domain/vocabulary";
import { WasAndIs } from "./was-and-is";

/** Every state of a figure that readers were shown, the newest first: when, of what kind, why, and what it changed. */
export async function History({ history, locale }: { history: FigureHistory; locale: Locale }) {
  const t = await getTranslations();
  return (
    <section className="history">
      <h2>{t("figure.history")}</h2>
      <ol>
        {history.changes.map((change) => (
          <State key={change.revision} change={change} locale={locale} />
        ))}
      </ol>
      {history.more && <p className="secondary">{t("changes.earlier")}</p>}
    </section>
  );
}

async function State({ change, locale }: { change: Change; locale: Locale }) {
  const t = await getTranslations("changes");
  const { kind, before, after, reason, revision, at } = change;
  const day = at.toISOString().slice(0, 10);
  return (
    <li className={`change-${kind}`}>
      <p>
        <strong>{t(`kind.${kind}`)}</strong>, {t(`meaning.${kind}`)} ·{" "}
        <a href={`/${locale}/figures/${after.id}?as_of=${revision}`}>
          <time dateTime={day}>{formatDay(day, locale, "long")}</time>, {t("revision", { revision })}
        </a>
      </p>
      {before && kind !== "retraction" && <WasAndIs before={before} after={after} locale={locale} />}
      {reason && <p className="why">{t("reason", { reason })}</p>}
    </li>
  );
}
