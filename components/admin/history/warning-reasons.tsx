"use client";

import type { Finding } from "@/domain/validate/finding";
import { findingWords } from "../reading/check-card";
import { useForm } from "./form-words";

type Props = { findings: readonly Finding[]; reasons: Readonly<Record<string, string>> };

/** Each warning with a box for why it is right all the same; hints only ask for a second look. */
export function WarningReasons({ findings, reasons }: Props) {
  const { history, reading } = useForm();
  const warned = new Map<string, string[]>();
  for (const one of findings)
    if (one.severity === "warn")
      warned.set(one.rule, [...(warned.get(one.rule) ?? []), findingWords(one, reading)]);
  const hints = findings.filter(({ severity }) => severity === "hint");
  return (
    <>
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
