"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import type { DateClaim } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { ApplyChoice } from "./apply-choice";
import { ArticleText } from "./article-text";
import { type Desk, DeskContext, type DeskServer } from "./desk-context";
import { FigureCard } from "./figure-card";
import type { Article } from "./figure-of-card";
import { KeyHelp } from "./key-help";
import { linesOf } from "./lines";
import type { Outcome, Suggestion, SuggestionId } from "./reading";
import { ReadingBar } from "./reading-bar";
import { startReading } from "./reading-state";
import type { ReadingWords } from "./reading-words";
import { makeStore, useReading } from "./store";
import { SubmitPanel } from "./submit-panel";
import { SuggestionList } from "./suggestion-list";
import { useBrowserDraft } from "./use-browser-draft";
import { useCommands } from "./use-commands";
import { useFigures } from "./use-figures";
import { useSender } from "./use-sender";
import type { World, WorldFigure } from "./world";

export type ReadingViewProps = {
  article: Article;
  title: string;
  byline: string;
  /** When it was published: what a figure marked by hand is reported on. */
  published: DateClaim;
  suggestions: readonly Suggestion[];
  settled: Readonly<Record<SuggestionId, Outcome>>;
  world: World;
  /** Published figures by metric, for the metrics proposed in the article. */
  figures: Readonly<Record<string, readonly WorldFigure[]>>;
  editor: string;
  locale: Locale;
  words: ReadingWords;
  server: DeskServer;
  /** Decides without JavaScript. */
  formAction: (form: FormData) => void | Promise<void>;
};

/** The article with its numbers marked and the card of the one in focus: sentences become figures, one key each. */
export function ReadingView(props: ReadingViewProps) {
  const { article, suggestions, settled, server, words, locale, published } = props;
  const [store] = useState(() => makeStore(startReading(suggestions, settled)));
  const [world, setWorld] = useState(props.world);
  const figuresOf = useFigures(store, article, props.figures, server);
  const order = useReading(store, (state) => state.order);
  const numbers = useMemo(() => order.map((id) => store.state().byId[id]!), [order, store]);
  const proposed = useMemo(() => numbers.filter(({ mark }) => mark === "confident"), [numbers]);
  const lines = useMemo(() => linesOf(article.text, numbers), [article.text, numbers]);
  const positions = useMemo(() => new Map(proposed.map(({ id }, at) => [id, at + 1])), [proposed]);
  const addAgent = useCallback<Desk["addAgent"]>(
    (agent, printed) => {
      setWorld((before) => ({ ...before, agents: [...before.agents, agent] }));
      store.dispatch({ type: "know", words: printed, agent: agent.slug });
    },
    [store],
  );
  const desk: Desk = useMemo(
    () => ({ store, article, world, addAgent, figuresOf, server, words, locale, positions }),
    [store, article, world, addAgent, figuresOf, server, words, locale, positions],
  );
  useSender(store, server.decide);
  useBrowserDraft(store, props.editor, article.slug, article.version);
  const commands = useCommands(desk, lines, published);
  const mode = useReading(store, (state) => state.mode);
  const close = () => store.dispatch({ type: "mode", mode: "reading" });
  useEffect(() => {
    document.documentElement.dataset.ready = "reading";
  }, []);
  return (
    <DeskContext value={desk}>
      <div className="reading">
        <section className="reading-text" aria-label={words.text}>
          <header>
            <h1 lang={article.language}>{props.title}</h1>
            <p className="secondary">{props.byline}</p>
            <p className="secondary text-note">{words.textNote}</p>
          </header>
          {mode === "choosing" && (
            <p className="choosing" role="status">
              {words.choosing}
            </p>
          )}
          <div lang={article.language} className="article-text">
            <ArticleText lines={lines} />
          </div>
        </section>
        <aside className="reading-side">
          <FigureCard
            onAccept={() => commands("accept")}
            onReject={() => commands("reject")}
            onUndo={() => commands("undo")}
            onSame={() => commands("same")}
          />
          <SuggestionList suggestions={proposed} action={props.formAction} />
        </aside>
        <ReadingBar onHelp={() => commands("help")} onSubmit={() => commands("submit")} />
      </div>
      {mode === "help" && <KeyHelp onClose={close} />}
      {mode === "applying" && <ApplyChoice onClose={close} />}
      {mode === "submitting" && <SubmitPanel onClose={close} />}
    </DeskContext>
  );
}
