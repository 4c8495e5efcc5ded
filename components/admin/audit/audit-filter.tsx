import type { DeskMessages } from "@/messages/desk";

/** What the audit is filtered by, as its address has it. */
export type AuditQuery = {
  readonly editor?: string;
  readonly verb?: string;
  readonly entity?: string;
  readonly from?: string;
  readonly to?: string;
};

type Props = {
  query: AuditQuery;
  choices: {
    readonly editors: readonly { readonly id: string; readonly name: string }[];
    readonly verbs: readonly string[];
  };
  words: DeskMessages["audit"];
};

/** The filters as a form that writes the address: what is shown can be linked to. */
export function AuditFilterForm({ query, choices, words }: Props) {
  return (
    <form method="get" action="/admin/audit" className="audit-filter" aria-label={words.filter}>
      <label>
        {words.editor}
        <select name="editor" defaultValue={query.editor ?? ""}>
          <option value="">{words.any}</option>
          {choices.editors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.verb}
        <select name="verb" defaultValue={query.verb ?? ""}>
          <option value="">{words.any}</option>
          {choices.verbs.map((verb) => (
            <option key={verb} value={verb}>
              {verb}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.entity}
        <input
          name="entity"
          defaultValue={query.entity ?? ""}
          placeholder={words.entityHint}
          maxLength={200}
        />
      </label>
      <label>
        {words.from}
        <input type="date" name="from" defaultValue={query.from ?? ""} />
      </label>
      <label>
        {words.to}
        <input type="date" name="to" defaultValue={query.to ?? ""} />
      </label>
      <button type="submit">{words.apply}</button>
    </form>
  );
}
