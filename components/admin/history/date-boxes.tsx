"use client";

import type { DateClaimInput } from "@/domain/inputs";
import { dateBases, datePrecisions } from "@/domain/vocabulary";
import { useForm } from "./form-words";

type Props = { name: "period" | "reportedOn"; claim: DateClaimInput };

/** When, how exactly, how that is known, and why, in both languages: readers are told. */
export function DateBoxes({ name, claim }: Props) {
  const { reading, history, problemsOf } = useForm();
  const problems = problemsOf(name);
  return (
    <fieldset className="date-boxes">
      <legend>{reading.field[name]}</legend>
      <label>
        {history.from}
        <input type="date" name={`${name}.start`} defaultValue={claim.start ?? ""} />
      </label>
      <label>
        {history.to}
        <input type="date" name={`${name}.end`} defaultValue={claim.end ?? ""} />
      </label>
      <label>
        {history.precision}
        <select name={`${name}.precision`} defaultValue={claim.precision}>
          {datePrecisions.map((one) => (
            <option key={one} value={one}>
              {reading.precisions[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {history.basis}
        <select name={`${name}.basis`} defaultValue={claim.basis}>
          {dateBases.map((one) => (
            <option key={one} value={one}>
              {reading.bases[one]}
            </option>
          ))}
        </select>
      </label>
      {(["fr", "en"] as const).map((lang) => (
        <label key={lang} className="box-wide">
          {lang === "fr" ? history.whyFr : history.whyEn}
          <textarea
            name={`${name}.reasoning.${lang}`}
            lang={lang}
            rows={2}
            maxLength={4000}
            defaultValue={claim.reasoning?.[lang] ?? ""}
          />
        </label>
      ))}
      {problems.length > 0 && (
        <ul className="findings box-wide">
          {problems.map((words) => (
            <li key={words} className="finding-block">
              {words}
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
