"use client";

import type { DateClaim } from "@/domain/figure";
import { type DateBasis, type DatePrecision, dateBases, datePrecisions } from "@/domain/vocabulary";
import { useDesk } from "./desk-context";
import { withBasis, withEnd, withPrecision, withReasoning, withStart } from "./edit-date";

type Props = { name: string; claim: DateClaim; onChange: (claim: DateClaim) => void };

/** When, how exactly, and how that is known. */
export function DateFields({ name, claim, onChange }: Props) {
  const { words, locale } = useDesk();
  const asks = claim.basis === "computed" || claim.basis === "inferred";
  return (
    <div className="dates">
      <label>
        {words.from}{" "}
        <input
          id={`card-${name}`}
          type="date"
          value={claim.start ?? ""}
          onChange={(event) => onChange(withStart(claim, event.target.value || null))}
        />
      </label>
      <label>
        {words.to}{" "}
        <input
          type="date"
          value={claim.end ?? ""}
          disabled={claim.start === null}
          onChange={(event) => onChange(withEnd(claim, event.target.value || null))}
        />
      </label>
      <select
        aria-label={words.precision}
        value={claim.precision}
        onChange={(event) => onChange(withPrecision(claim, event.target.value as DatePrecision))}
      >
        {datePrecisions.map((precision) => (
          <option key={precision} value={precision}>
            {words.precisions[precision]}
          </option>
        ))}
      </select>
      <select
        aria-label={words.basis}
        value={claim.basis}
        onChange={(event) => onChange(withBasis(claim, event.target.value as DateBasis))}
      >
        {dateBases.map((basis) => (
          <option key={basis} value={basis}>
            {words.bases[basis]}
          </option>
        ))}
      </select>
      {asks && (
        <textarea
          aria-label={words.why}
          rows={2}
          value={claim.reasoning?.[locale] ?? ""}
          onChange={(event) => onChange(withReasoning(claim, locale, event.target.value))}
        />
      )}
    </div>
  );
}
