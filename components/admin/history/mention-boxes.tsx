"use client";

import { fill } from "@/domain/format";
import type { FigureInput } from "@/domain/inputs";
import { attributionRoles, comparators } from "@/domain/vocabulary";
import { MarkedSentence } from "../../figures/quote";
import { useForm } from "./form-words";
import { spareLines } from "./mentions-of-form";
import { Row } from "./row";

type Props = { mention: FigureInput["mentions"][number]; at: number };

/** A sentence or a row of the figure, and who speaks in it. Where it stands is chosen in the article. */
export function MentionBoxes({ mention, at }: Props) {
  const { history, reading, sources, locale } = useForm();
  const name = `mention.${at}`;
  const isRow = mention.record !== undefined;
  const title =
    at > 0
      ? fill(isRow ? history.mentionRow : history.mentionTitle, { number: mention.record ?? at + 1 })
      : isRow
        ? history.anchorRow
        : history.anchor;
  return (
    <fieldset className="mention-boxes">
      <legend>{title}</legend>
      {isRow ? (
        <Row {...{ mention, locale }} source={sources[mention.source]} words={reading.row} />
      ) : (
        <blockquote lang={sources[mention.source]?.lang}>
          <MarkedSentence
            text={mention.sentence}
            spans={[{ start: mention.numberStart, end: mention.numberEnd }]}
          />
        </blockquote>
      )}
      <Speakers attribution={mention.attribution} name={name} title={title} />
      {at > 0 && (
        <div className="speaker-line">
          <label>
            {reading.field.comparator}
            <select name={`${name}.comparator`} defaultValue={mention.comparator}>
              {comparators.map((one) => (
                <option key={one} value={one}>
                  {reading.comparator[one]}
                </option>
              ))}
            </select>
          </label>
          <label>
            {reading.field.cue}
            <input name={`${name}.cue`} defaultValue={mention.cue ?? ""} maxLength={400} />
          </label>
          <label className="check">
            <input type="checkbox" name={`${name}.drop`} /> {history.dropMention}
          </label>
        </div>
      )}
    </fieldset>
  );
}

type SpeakersProps = { attribution: Props["mention"]["attribution"]; name: string; title: string };

function Speakers({ attribution, name, title }: SpeakersProps) {
  const { history, reading, world } = useForm();
  const spare = Array.from({ length: spareLines }, () => null);
  const known = new Set(world.agents.map(({ slug }) => slug));
  return [...attribution, ...spare].map((link, line) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place in the chain
    <div className="speaker-line" key={line}>
      <select
        name={`${name}.link.${line}.role`}
        aria-label={`${title}, ${history.role} ${line + 1}`}
        defaultValue={link?.role ?? (attribution.length === 0 ? "claimed_by" : "relayed_by")}
      >
        {attributionRoles.map((role) => (
          <option key={role} value={role}>
            {reading.roles[role]}
          </option>
        ))}
      </select>
      <select
        name={`${name}.link.${line}.agent`}
        aria-label={`${title}, ${history.agent} ${line + 1}`}
        defaultValue={link?.agent ?? ""}
      >
        <option value="">{history.none}</option>
        {link && !known.has(link.agent) && <option value={link.agent}>{link.agent}</option>}
        {world.agents.map(({ slug, name: called }) => (
          <option key={slug} value={slug}>
            {called}
          </option>
        ))}
      </select>
      <input
        name={`${name}.link.${line}.asPrinted`}
        aria-label={`${title}, ${history.asPrinted} ${line + 1}`}
        placeholder={history.asPrinted}
        defaultValue={link?.asPrinted ?? ""}
        maxLength={400}
      />
    </div>
  ));
}
