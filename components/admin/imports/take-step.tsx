import { fillPlural } from "@/domain/format";
import type { CheckCounts } from "@/domain/import/report";
import type { Locale } from "@/domain/vocabulary";
import type { ImportMessages } from "@/messages/imports";
import type { DecisionAction } from "../review/decision";
import { WorkForm } from "./work-form";

type Props = {
  action: DecisionAction;
  counts: CheckCounts;
  href: string;
  locale: Locale;
  words: ImportMessages;
};

/** What can be done with a table that was checked: take all of it in, or what is valid, or change how it is read. */
export function TakeStep({ action, counts, href, locale, words }: Props) {
  const { take } = words;
  const fresh = counts.new + counts.changed;
  const all = counts.refused === 0;
  return (
    <section className="import-take" aria-labelledby="take-title">
      <h2 id="take-title">{take.title}</h2>
      <p>{fresh === 0 ? take.nothingNew : take.what}</p>
      {!all && <p>{fillPlural(take.validWhat, counts.refused, locale)}</p>}
      <div className="work-forms">
        {fresh > 0 && (
          <WorkForm
            action={action}
            what="importing"
            only={all ? "all" : "valid"}
            words={fillPlural(all ? take.all : take.valid, fresh, locale)}
          />
        )}
        <WorkForm action={action} what="checking" only="all" words={take.again} quiet />
        <a href={`${href}?step=columns`}>{take.columns}</a>
      </div>
    </section>
  );
}
