"use client";

import { useState } from "react";
import { type AgentKind, agentKinds } from "@/domain/vocabulary";
import { useDesk } from "./desk-context";
import type { SuggestionId } from "./reading";
import { cardOf } from "./reading-state";

/** Names an agent the collection does not know, from the words the text prints, and puts it on the card. */
export function NewAgentForm({ id }: { id: SuggestionId }) {
  const { store, words, world, server, addAgent } = useDesk();
  const card = cardOf(store.state(), id);
  const at = card.attribution.findIndex(({ agent }) => agent === null);
  const printed = card.attribution[at]?.asPrinted ?? "";
  const [agent, setAgent] = useState({ fr: printed, en: printed, kind: kindOf(printed), side: "" });
  const [problem, setProblem] = useState<string | null>(null);
  const leave = () => store.dispatch({ type: "mode", mode: "reading" });
  const create = async () => {
    setProblem(null);
    try {
      const made = await server.createAgent({ ...agent, side: agent.side || null }, printed || null);
      if ("refused" in made) return setProblem(made.refused);
      addAgent(made, printed);
      const link = {
        role: card.attribution[at]?.role ?? ("claimed_by" as const),
        agent: made.slug,
        asPrinted: printed || null,
      };
      const attribution = at < 0 ? [link] : card.attribution.map((one, index) => (index === at ? link : one));
      store.dispatch({ type: "edit", id, card: { attribution, unattributed: false } });
      leave();
      requestAnimationFrame(() => document.getElementById(`n${id}`)?.focus());
    } catch {
      setProblem(words.said.waiting);
    }
  };
  const heads = world.agents.filter(({ side, slug }) => side === slug);
  return (
    <fieldset
      className="new-agent"
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.target instanceof HTMLButtonElement) return;
        event.preventDefault(); // Enter creates the agent; it does not yet accept the figure
        event.stopPropagation();
        void create();
      }}
    >
      <legend>{words.newAgent.title}</legend>
      {(["fr", "en"] as const).map((language) => (
        <label key={language}>
          {words.newAgent[language]}
          <input
            // biome-ignore lint/a11y/noAutofocus: the key that opened the form asked for this box
            autoFocus={language === "fr"}
            value={agent[language]}
            onChange={(event) => setAgent({ ...agent, [language]: event.target.value })}
          />
        </label>
      ))}
      <label>
        {words.newAgent.kind}
        <select
          value={agent.kind}
          onChange={(event) => setAgent({ ...agent, kind: event.target.value as AgentKind })}
        >
          {agentKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.newAgent.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.newAgent.side}
        <select value={agent.side} onChange={(event) => setAgent({ ...agent, side: event.target.value })}>
          <option value="">{words.newAgent.noSide}</option>
          {heads.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {problem && <p className="card-failure">{problem}</p>}
      <p className="card-actions">
        <button type="button" onClick={() => void create()}>
          {words.newAgent.create}
        </button>
        <button type="button" onClick={leave}>
          {words.newAgent.cancel}
        </button>
      </p>
    </fieldset>
  );
}

/** A name of several capitals is mostly a person's; anything else mostly a body of some kind. */
const kindOf = (printed: string): AgentKind =>
  /^\p{Lu}\S+(\s+\p{Lu}\S+)+$/u.test(printed) ? "person" : "organisation";
