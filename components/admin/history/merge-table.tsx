"use client";

import { fill } from "@/domain/format";
import type { FigureFormState } from "./figure-form-state";
import { useForm } from "./form-words";

/** What two editors changed at once: what was merged by itself, and for each clash what the three have, to choose from. */
export function MergeTable({ merge }: { merge: NonNullable<FigureFormState["merge"]> }) {
  const words = useForm().history.merge;
  return (
    <section className="merge said" role="alert" aria-labelledby="merge-title">
      <h2 id="merge-title">{words.title}</h2>
      <p>{words.what}</p>
      {merge.taken.length > 0 && <p>{fill(words.taken, { fields: merge.taken.join(", ") })}</p>}
      {merge.conflicts.length === 0 ? (
        <p>{words.noConflict}</p>
      ) : (
        <div className="change-frame">
          <table className="change-table">
            <thead>
              <tr>
                {[words.field, words.original, words.mine, words.theirs].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {merge.conflicts.map(({ field, label, original, mine, theirs }) => (
                <tr key={field}>
                  <th scope="row">{label}</th>
                  <td>{original}</td>
                  {(["mine", "theirs"] as const).map((whose) => (
                    <td key={whose}>
                      <label className="check">
                        <input
                          type="radio"
                          name={`take.${field}`}
                          value={whose}
                          defaultChecked={whose === "mine"}
                          aria-label={`${label}: ${words.choose} ${words[whose]}`}
                        />{" "}
                        {whose === "mine" ? mine : theirs}
                      </label>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
