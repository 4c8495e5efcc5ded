"use client";

import { type Finding, holds } from "@/domain/validate/finding";
import { findingWords } from "../reading/check-card";
import { useForm } from "./form-words";

type Props = { findings: readonly Finding[]; reasons: Readonly<Record<string, string>> };

/** What holds it back, each warning with a box for why it is right all the same, and hints, which only ask for a look. */
export function WarningReasons({ findings, reasons }: Props) {
  const { history, reading } = useForm();
  const warned = new Map<string, string[]>();
  for (const one of findings)
    if (one.severity === "warn")
      warned.set(one.rule, [...(warned.get(one.rule) ?? []), findingWords(one, reading)]);
  const held = holds(findings);
  const hints = findings.filter(({ severity }) => severity === "hint");
  return (
    <>
      {held.length > 0 && (
        <section className="held">
          <h3>{history.held}</h3>
          <ul className="findings">
            {held.map((one) => (
              <li key={one.rule + one.field} className="finding-hold">
                {findingWords(one, reading)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {warned.size > 0 && (
        <fieldset className="boxes">
          <legend>{history.warnings}</legend>
          {[...warned].map(([rule, says]) => (
            <label key={rule} className="box box-wide warning">
              {says.join(" ")}
              <input
                name={`reason.${rule}`}
                defaultValue={reasons[rule] ?? ""}
                placeholder={history.reason}
                aria-label={`${says.join(" ")} ${history.reason}`}
                maxLength={4000}
              />
            </label>
          ))}
        </fieldset>
      )}
      {hints.length > 0 && (
        <ul className="findings">
          {hints.map((one) => (
            <li key={one.rule + one.field}>{findingWords(one, reading)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
