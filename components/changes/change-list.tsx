import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import { type ChangeGroup, outcomeOf, type Publish } from "@/domain/change";
import { type ChangeQuery, writeChangeQuery } from "@/domain/change-query";
import { formatDecimal } from "@/domain/format";
import { formatDay } from "@/domain/format-date";
import type { Locale } from "@/domain/vocabulary";
import { ChangeItem } from "./change-item";

type Props = { publishes: readonly Publish[]; query: ChangeQuery; locale: Locale; hrefTo: HrefTo };

/** What changed, one entry a publish, the newest first. */
export function ChangeList(props: Props) {
  return (
    <ol className="publishes">
      {props.publishes.map((publish) => (
        <li key={publish.revision} className="publish" id={`r${publish.revision}`}>
          <PublishHead publish={publish} locale={props.locale} />
          <div className="publish-changes">
            {publish.groups.map((group) => (
              <Group key={group.kind} {...props} group={group} revision={publish.revision} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

async function PublishHead({ publish, locale }: { publish: Publish; locale: Locale }) {
  const t = await getTranslations("changes");
  const day = publish.at.toISOString().slice(0, 10);
  return (
    <header>
      <h2>
        <time dateTime={publish.at.toISOString()}>{formatDay(day, locale, "long")}</time>
      </h2>
      <p className="secondary">
        {publish.groups.map(({ kind, count }) => t(`count.${kind}`, { count })).join(", ")}
      </p>
      <p className="secondary">{t("revision", { revision: publish.revision })}</p>
    </header>
  );
}

type GroupProps = Props & { group: ChangeGroup; revision: number };

/** The changes of one kind of a publish: those told, and the way to all where there are more. */
async function Group({ group, revision, query, locale, hrefTo }: GroupProps) {
  const t = await getTranslations("changes");
  const { kind, count, changes } = group;
  const { kind: _kind, as_of: _frozen, ...filters } = query;
  const whole = {
    ...filters,
    since: String(revision - 1),
    until: String(revision),
    outcome: outcomeOf[kind],
  };
  return (
    <section className={`changes-of changes-of-${kind}`}>
      <h3 className="kicker">
        <strong>{t(`kind.${kind}`)}</strong>, {t(`meaning.${kind}`)}
      </h3>
      {changes.map((change) => (
        <ChangeItem key={change.after.id} change={change} locale={locale} hrefTo={hrefTo} />
      ))}
      {count > changes.length && (
        <p className="more">
          <a href={hrefTo(`/changes?${writeChangeQuery(whole)}`)}>
            {t("all", { count: formatDecimal(String(count), locale) })}
          </a>
        </p>
      )}
    </section>
  );
}
