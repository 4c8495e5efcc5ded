import { fillPlural, formatDecimal } from "@/domain/format";
import type { CheckReport } from "@/domain/import/report";
import type { Locale } from "@/domain/vocabulary";
import type { ImportMessages } from "@/messages/imports";
import type { ReadingWords } from "../reading/reading-words";
import { ChangeLines } from "./change-lines";
import { ProblemTable } from "./problem-table";
import { warningWords } from "./warning-words";

type Props = {
  report: CheckReport;
  /** Where the refused rows are had as a file. */
  refusedHref: string;
  locale: Locale;
  words: ImportMessages;
  reading: ReadingWords;
};

const counted = ["rows", "figures", "new", "changed", "unchanged", "refused"] as const;
const others = ["empty", "missing", "needsAnchor"] as const;

/** Everything a check found: the counts, the sums, why rows are refused, what changes, what was warned. */
export function CheckReportView({ report, refusedHref, locale, words, reading }: Props) {
  const { report: said } = words;
  const { counts, sums, problems, warnings, creates, changes, unquoted = 0 } = report;
  const number = (value: number | string) => formatDecimal(String(value), locale);
  const meaning = said.countMeaning;
  return (
    <section className="import-report" aria-labelledby="report-title">
      <h2 id="report-title">{said.title}</h2>
      <dl className="import-counts">
        {[...counted, ...others.filter((one) => counts[one] > 0)].map((one) => (
          <div key={one} className={`count-${one}`}>
            <dt>{said.count[one]}</dt>
            <dd>{number(counts[one])}</dd>
            {one in meaning && <dd className="secondary">{meaning[one as keyof typeof meaning]}</dd>}
          </div>
        ))}
      </dl>
      {unquoted > 0 && <p className="notice">{fillPlural(said.unquoted, unquoted, locale)}</p>}
      <h3>{said.sums}</h3>
      <ul className="import-sums">
        {(["value", "low", "high"] as const)
          .filter((one) => one === "value" || sums[one] !== "0")
          .map((one) => (
            <li key={one}>
              <b>{number(sums[one])}</b> {said.sum[one]}
            </li>
          ))}
      </ul>
      {problems.length > 0 ? (
        <>
          <h3>{said.refused}</h3>
          <ProblemTable problems={problems} {...{ locale, words, reading }} />
          <p>
            <a href={refusedHref} download>
              {said.download}
            </a>{" "}
            <span className="secondary">{said.downloadHint}</span>
          </p>
        </>
      ) : (
        <p>{said.noneRefused}</p>
      )}
      {changes.length > 0 && <ChangeLines changes={changes} words={words} />}
      {warnings.length > 0 && (
        <>
          <h3>{said.warnings}</h3>
          <p className="secondary">{said.warningsWhat}</p>
          <ul className="findings">
            {warnings.map(({ rule, count, rows }) => (
              <li key={rule} className="finding-warn">
                {warningWords(rule, words, reading)}{" "}
                <span className="secondary">
                  {number(count)} · {said.rows} {rows}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {creates.agents.length + creates.places.length + creates.sources > 0 && (
        <>
          <h3>{said.creates}</h3>
          <ul>
            {(["agents", "places"] as const)
              .filter((list) => creates[list].length > 0)
              .map((list) => (
                <li key={list}>{created(list, creates[list])}</li>
              ))}
            {creates.sources > 0 && <li>{fillPlural(said.sources, creates.sources, locale)}</li>}
          </ul>
        </>
      )}
    </section>
  );

  function created(list: "agents" | "places", names: readonly string[]): string {
    const shown = names.slice(0, 20).join(", ");
    const more = names.length - 20;
    const told = more > 0 ? `${shown} ${said.andMore.replace("{count}", number(more))}` : shown;
    return fillPlural(said[list], names.length, locale, { names: told });
  }
}
