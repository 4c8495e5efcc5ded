import type { CheckedDraft } from "@/domain/draft";
import { fill } from "@/domain/format";
import { holds } from "@/domain/validate/finding";
import type { DeskMessages } from "@/messages/desk";
import type { Telling } from "../history/telling";
import { findingWords } from "../reading/check-card";

type Props = { draft: CheckedDraft; telling: Telling; words: DeskMessages["review"] };

/** What holds it back, what the validator warns of, each with the reason somebody gave, and what is worth a second look. */
export function Warnings({ draft, telling, words }: Props) {
  const warned = draft.findings.filter(({ severity }) => severity === "warn");
  const held = holds(draft.findings);
  const hints = draft.findings.filter(({ severity }) => severity === "hint");
  const given = new Map(draft.overrides.map((override) => [override.rule, override]));
  return (
    <>
      {held.length > 0 && (
        <section className="review-warnings">
          <h3>{words.held}</h3>
          <ul className="findings">
            {held.map((finding) => (
              <li key={finding.rule + finding.field} className="finding-hold">
                {findingWords(finding, telling.reading)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {warned.length > 0 && (
        <section className="review-warnings">
          <h3>{words.warnings}</h3>
          <ul className="findings">
            {warned.map((finding) => {
              const override = given.get(finding.rule);
              return (
                <li key={finding.rule + finding.field} className="finding-warn">
                  {findingWords(finding, telling.reading)}
                  <span className="secondary">
                    {override
                      ? fill(words.answered, { name: override.by.name, reason: override.reason })
                      : words.unanswered}
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {hints.length > 0 && (
        <section className="review-warnings">
          <h3>{words.hints}</h3>
          <ul className="findings">
            {hints.map((finding) => (
              <li key={finding.rule + finding.field}>{findingWords(finding, telling.reading)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
