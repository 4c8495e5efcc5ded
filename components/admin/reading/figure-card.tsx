"use client";

import { useMemo } from "react";
import { fill } from "@/domain/format";
import { formatDate } from "@/domain/format-date";
import { CardForm } from "./card-form";
import { canBeDraft, checkCard, findingWords, lackWords, twinOf } from "./check-card";
import { useDesk } from "./desk-context";
import { headlineOf } from "./headline";
import { MiniChart } from "./mini-chart";
import { NewAgentForm } from "./new-agent-form";
import { type Card, isDraft, type SuggestionId } from "./reading";
import { isPending, standingOf, toldStanding } from "./reading-state";
import { useReading } from "./store";

type Props = { onAccept: () => void; onReject: () => void; onUndo: () => void; onSame: () => void };

/** The card of the suggestion in focus: everything a figure says, filled in, with what was guessed said to be so. */
export function FigureCard({ onAccept, onReject, onUndo, onSame }: Props) {
  const { store, words, positions } = useDesk();
  const id = useReading(store, (state) => state.focus);
  if (id === null) return <p className="card-empty">{words.noNumbers}</p>;
  const at = positions.get(id);
  return (
    <FocusedCard
      key={id}
      id={id}
      place={at === undefined ? null : fill(words.position, { at, of: positions.size })}
      {...{ onAccept, onReject, onUndo, onSame }}
    />
  );
}

function FocusedCard({
  id,
  place,
  onAccept,
  onReject,
  onUndo,
  onSame,
}: Props & { id: SuggestionId; place: string | null }) {
  const desk = useDesk();
  const { store, words, locale, world, article, figuresOf } = desk;
  const standing = useReading(store, (state) => standingOf(state, id));
  const edits = useReading(store, (state) => state.edits[id]);
  const failure = useReading(store, (state) => state.failures[id]);
  const naming = useReading(store, (state) => state.mode === "naming");
  const open = useReading(store, (state) => isPending(state, id));
  const outcome = useReading(store, (state) => state.settled[id]);
  const told = useReading(store, (state) => words.standing[toldStanding(state, id)]);
  const suggestion = useReading(store, (state) => state.byId[id]!);
  const card = useMemo(() => ({ ...suggestion.card, ...edits?.card }), [suggestion, edits]);
  const check = useMemo(() => {
    const sentence = edits?.sentence ?? suggestion.sentence;
    return checkCard({ card, sentence, number: suggestion.number }, { article, world, figuresOf });
  }, [card, edits, suggestion, article, world, figuresOf]);
  const unnamed = card.attribution.find(({ agent }) => agent === null)?.asPrinted;
  const change = (part: Partial<Card>) => store.dispatch({ type: "edit", id, card: part });
  return (
    <form
      className="card"
      aria-labelledby="card-headline"
      onSubmit={(event) => {
        event.preventDefault();
        onAccept();
      }}
    >
      <p className="card-place">
        {place ?? words.mark[suggestion.mark]}
        {standing !== "pending" && <b> · {told}</b>}
      </p>
      <h2 id="card-headline">
        {suggestion.elsewhere
          ? article.text.slice(suggestion.number.start, suggestion.number.end)
          : headlineOf(card, desk)}
      </h2>
      <p className="card-when">
        {suggestion.elsewhere
          ? words.elsewhere
          : [
              world.metrics.find(({ slug }) => slug === card.metric)?.name,
              formatDate(card.period, locale, "long") ?? words.bases.unknown,
            ]
              .filter(Boolean)
              .join(" · ")}
      </p>
      {suggestion.reason !== null && (
        <p className="secondary">{fill(words.masked, { reason: suggestion.reason })}</p>
      )}
      {failure && (
        <p className="card-failure">
          {words.reason[failure.kind]}{" "}
          {Object.values(failure.fields ?? {})
            .flat()
            .join(" ")}
        </p>
      )}
      {open && (
        <ul className="findings">
          {check.missing.map((field) => (
            <li key={field} className="finding-block">
              {lackWords(field, words)}
            </li>
          ))}
          {check.findings.map((finding) => (
            <li key={`${finding.rule} ${finding.field}`} className={`finding-${finding.severity}`}>
              <b>{words.severity[finding.severity]}</b> {findingWords(finding, words)}
            </li>
          ))}
        </ul>
      )}
      <p className="card-actions">
        {open ? (
          <>
            <button type="submit" disabled={!canBeDraft(check)}>
              {words.accept} <kbd>⏎</kbd>
            </button>
            <button type="button" onClick={onReject}>
              {words.reject} <kbd>x</kbd>
            </button>
            {unnamed && (
              <button type="button" onClick={() => store.dispatch({ type: "mode", mode: "naming" })}>
                {fill(words.newAgent.offer, { words: unnamed })} <kbd>a</kbd>
              </button>
            )}
            {twinOf(check) && (
              <button type="button" onClick={onSame}>
                {words.joinTwin} <kbd>s</kbd>
              </button>
            )}
          </>
        ) : (
          (standing !== "accepted" || isDraft(outcome)) && (
            <button type="button" onClick={onUndo}>
              {words.undo} <kbd>u</kbd>
            </button>
          )
        )}
        {outcome?.kind === "accepted" && (
          <a href={`/admin/figures/${outcome.figure}`}>{isDraft(outcome) ? words.open : words.openFigure}</a>
        )}
      </p>
      {card.metric !== null && <MiniChart card={card} metric={card.metric} />}
      {suggestion.elsewhere ? null : naming ? (
        <NewAgentForm id={id} />
      ) : (
        <CardForm
          card={card}
          guesses={suggestion.guesses}
          touched={edits?.card}
          missing={check.missing}
          disabled={!open}
          onChange={change}
        />
      )}
    </form>
  );
}
