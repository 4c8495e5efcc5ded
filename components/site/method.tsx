import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { HrefTo } from "@/domain/address";
import { keyKinds } from "@/domain/chart/chart";
import { figureColumns } from "@/domain/figure-columns";
import { fill } from "@/domain/format";
import {
  attributionRoles,
  comparators,
  dateBases,
  type Locale,
  modalities,
  statistics,
} from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { Fact } from "../ui/fact";

type MethodProps = { locale: Locale; hrefTo: HrefTo; records: "published" | "held" };

/** How to read everything here: what a figure is, its dates, bounds and marks, each word explained once. */
export async function Method({ locale, hrefTo, records }: MethodProps) {
  const t = await getTranslations();
  const { chart } = messagesOf(locale);
  return (
    <div className="prose">
      <header className="page-head">
        <h1>{t("method.title")}</h1>
        <p>{t("method.intro")}</p>
      </header>
      <Part id="claim" title={t("method.claimTitle")} text={t("method.claim")} />
      <Part id="attribution" title={t("method.attributionTitle")} text={t("method.attribution")}>
        <Words list={attributionRoles.map((role) => t(`role.${role}`))} />
      </Part>
      <Part id="dates" title={t("method.datesTitle")} text={t("method.dates")}>
        <dl className="facts terms">
          {dateBases.map((basis) => (
            <Fact key={basis} term={t(`basis.${basis}`)}>
              {t(`basisMeaning.${basis}`)}
            </Fact>
          ))}
        </dl>
      </Part>
      <Part id="hedges" title={t("method.hedgesTitle")} text={t("method.hedges")}>
        <Words
          list={[
            ...comparators.map((one) => t(`comparator.${one}`)),
            ...statistics.map((one) => t(`statistic.${one}`)),
          ]}
        />
      </Part>
      <Part id="firm" title={t("method.firmTitle")} text={t("method.firm")}>
        <Words list={modalities.map((one) => t(`modality.${one}`))} />
      </Part>
      <Part id="marks" title={t("method.marksTitle")} text={t("method.marks")}>
        <ul className="terms">
          {keyKinds.map((kind) => (
            <li key={kind}>{fill(chart.key[kind], { days: "30–90" })}</li>
          ))}
        </ul>
      </Part>
      <Part id="rivals" title={t("method.rivalsTitle")} text={t("method.rivals")} />
      {records === "published" && (
        <Part id="records" title={t("method.recordsTitle")} text={t("method.records")} />
      )}
      <Part id="columns" title={t("method.columnsTitle")}>
        <dl className="facts terms">
          {figureColumns.map((column) => (
            <Fact key={column} term={t(`figures.column.${column}`)}>
              {t(`columnMeaning.${column}`)}
            </Fact>
          ))}
        </dl>
      </Part>
      <Part id="changes" title={t("method.changesTitle")} text={t("method.changes")}>
        <p>
          <a href={hrefTo("/changes")}>{t("changes.title")}</a>
        </p>
      </Part>
      <Part id="rights" title={t("method.rightsTitle")} text={t("method.rights")} />
    </div>
  );
}

function Part({
  id,
  title,
  text,
  children,
}: {
  id: string;
  title: string;
  text?: string;
  children?: ReactNode;
}) {
  return (
    <section id={id}>
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {children}
    </section>
  );
}

const Words = ({ list }: { list: readonly string[] }) => <p className="secondary">{list.join(" · ")}</p>;
