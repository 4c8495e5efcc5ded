"use client";

import { type AttributionRole, attributionRoles } from "@/domain/vocabulary";
import { useDesk } from "./desk-context";
import type { Card, Speaker } from "./reading";

type Props = { card: Card; onChange: (change: Partial<Card>) => void };

/** The publisher is of the source and comes last by itself. */
const roles = attributionRoles.filter((role) => role !== "published_by");
const nobody = "";
const unattributed = "-";

/** Who says so and who passes it on, in order; or, on purpose, nobody. */
export function SpeakerFields({ card, onChange }: Props) {
  const { words } = useDesk();
  const links: readonly Speaker[] =
    card.attribution.length > 0 ? card.attribution : [{ role: "claimed_by", agent: null, asPrinted: null }];
  const change = (at: number, part: Partial<Speaker>) =>
    onChange({
      attribution: links.map((link, index) => (index === at ? { ...link, ...part } : link)),
      unattributed: false,
    });
  const choose = (at: number, agent: string) => {
    if (agent === unattributed) return onChange({ attribution: [], unattributed: true });
    change(at, { agent: agent === nobody ? null : agent });
  };
  const remove = (at: number) => onChange({ attribution: links.filter((_, index) => index !== at) });
  return (
    <>
      {links.map((link, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place in the chain
        <div className="speaker" key={at}>
          <select
            aria-label={words.role}
            value={link.role}
            onChange={(event) => change(at, { role: event.target.value as AttributionRole })}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {words.roles[role]}
              </option>
            ))}
          </select>
          <AgentSelect
            id={`card-attribution-${at}`}
            value={card.unattributed ? unattributed : (link.agent ?? nobody)}
            offerNobody={at === 0}
            onChoose={(agent) => choose(at, agent)}
          />
          <input
            aria-label={words.asPrinted}
            value={link.asPrinted ?? ""}
            placeholder={words.asPrinted}
            onChange={(event) => change(at, { asPrinted: event.target.value || null })}
          />
          {card.attribution.length > 1 && (
            <button type="button" onClick={() => remove(at)}>
              {words.removeLink}
            </button>
          )}
        </div>
      ))}
      {!card.unattributed && links[0]?.agent && (
        <button
          type="button"
          className="quiet"
          onClick={() =>
            onChange({ attribution: [...links, { role: "relayed_by", agent: null, asPrinted: null }] })
          }
        >
          {words.addLink}
        </button>
      )}
    </>
  );
}

type AgentSelectProps = {
  id: string;
  value: string;
  offerNobody: boolean;
  onChoose: (agent: string) => void;
};

function AgentSelect({ id, value, offerNobody, onChoose }: AgentSelectProps) {
  const { words, world } = useDesk();
  return (
    <select id={id} aria-label={words.agent} value={value} onChange={(event) => onChoose(event.target.value)}>
      <option value={nobody}>{words.none}</option>
      {offerNobody && <option value={unattributed}>{words.fromArticle}</option>}
      {world.agents.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
    </select>
  );
}
