import { fill, fillPlural } from "@/domain/format";
import type { List } from "@/domain/lists";
import type { Locale } from "@/domain/vocabulary";
import type { DeskMessages } from "@/messages/desk";
import { ConfirmForm } from "../history/confirm-form";
import type { DecisionAction } from "../review/decision";
import type { EntryAction, EntryField } from "./entry-field";
import { EntryForm } from "./entry-form";
import type { ListEntry } from "./list-table";
import { MergeForm } from "./merge-form";

type Props = {
  list: List;
  /** Null for a new one. */
  entry: (ListEntry & { readonly rowVersion: number }) | null;
  form: { readonly fields: readonly EntryField[]; readonly rowVersion: number };
  locale: Locale;
  words: DeskMessages["lists"];
  entries: readonly ListEntry[];
  save: EntryAction;
  retire: DecisionAction | null;
  /** Null where this list does not merge, or the editor may not. */
  merge: DecisionAction | null;
};

/** One entry of a list: its form, how much it is used, and what may be done with it. */
export function EntryDesk({ list, entry, form, locale, words, entries, save, retire, merge }: Props) {
  const name = entry?.name[locale] ?? words.adding[list];
  const others = entries
    .filter(({ slug, retired, mergedInto }) => slug !== entry?.slug && !retired && mergedInto === null)
    .map((one) => [one.slug, one.name[locale]] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, locale));
  const { title, back, what, event } = words.retire;
  const retiring = list === "events" ? `${what} ${event}` : what;
  return (
    <section className="entry">
      <p>
        <a href={`/admin/lists/${list}`}>{words.back}</a>
      </p>
      <h2>{name}</h2>
      {entry && (
        <p className="secondary">
          {fillPlural(words.usage, entry.figures, locale, { elsewhere: entry.elsewhere })} {words.noDelete}
        </p>
      )}
      <EntryForm action={save} fields={form.fields} rowVersion={form.rowVersion} words={words} />
      {entry?.mergedInto === null && (
        <div className="figure-steps">
          {merge && (
            <MergeForm
              action={merge}
              choices={others}
              words={{ ...words.merge, what: fill(words.merge.what, { name }) }}
            />
          )}
          {!merge && (list === "agents" || list === "places") && (
            <p className="secondary">{words.merge.may}</p>
          )}
          {retire && (
            <ConfirmForm
              action={retire}
              rowVersion={entry.rowVersion}
              words={
                entry.retired
                  ? { open: back, what: words.state.retired, do: back }
                  : { open: title, what: retiring, do: words.retire.do }
              }
              name="retire"
            />
          )}
        </div>
      )}
    </section>
  );
}
