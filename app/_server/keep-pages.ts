import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { withinPatience } from "@/db/away";
import { currentMoment, type Moment } from "@/db/queries/current-moment";
import { patience } from "@/db/replicas";
import { BoundedCache, entryBytes } from "@/domain/bounded-cache";
import { captured } from "./capture-answer";
import { today } from "./clock";
import { chosen } from "./database";
import { drawInTurn, makingOf } from "./draw-in-turn";
import type { Kind } from "./kept-kind";
import type { KeptPage } from "./kept-page";
import { errorFacts, log } from "./log";
import { pages } from "./page-kind";
import { programs } from "./program-kind";

/** All answers kept together, in bytes, as they are and deflated. */
const most = 64 * 1024 * 1024;

/** Has an answer made; done when nothing more is done for it. */
type Answer = () => Promise<unknown>;
/** What is asked: all that an answer depends on but the state of the database, and what kind of answer it is. */
type Asked = { readonly address: string; readonly kind: Kind };

/** Modules are loaded more than once in a Next process; what they share is here. */
const shared = globalThis as {
  verbatimPages?: { shelf: BoundedCache<KeptPage>; known: WeakSet<Server>; kept: number; drawn: number };
};

/** Answers given from memory and made, and the bytes that those kept weigh. */
export function pagesNow() {
  const { kept = 0, drawn = 0, shelf } = shared.verbatimPages ?? {};
  return { kept, drawn, weight: shelf?.weight ?? 0 };
}

/**
 * Begins to keep what readers and programs are answered, so that the next one is answered from memory while nothing was
 * written: an answer is filed under the state of the whole database (`currentMoment`), read for every request, and under
 * the day, so there is nothing to invalidate and an old one cannot be met (docs/decisions/0024). Once per process, before
 * the first answer; in development pages change with the code, and none is kept.
 */
export function keepPages(): void {
  if (shared.verbatimPages || process.env.NODE_ENV !== "production") return;
  const tally = { shelf: new BoundedCache<KeptPage>(most), known: new WeakSet<Server>(), kept: 0, drawn: 0 };
  shared.verbatimPages = tally;
  const { shelf, known } = tally;
  const underWay = new Map<string, Promise<KeptPage | null>>();
  // Node says of a request before it hands it to Next: the first one is where a server is met.
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server };
    if (known.has(server)) return;
    known.add(server);
    const listeners = server.listeners("request") as ((
      ...all: [IncomingMessage, ServerResponse]
    ) => unknown)[];
    server.removeAllListeners("request");
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      const render = () => Promise.all(listeners.map((listener) => listener.call(server, request, response)));
      const asked = askedBy(request);
      if (asked?.kind.isOverAsked(request)) return void render(); // it is told so
      const answered = asked ? answer(request, response, asked, render) : pass(request, response, render);
      answered.catch((error) => {
        log("error", "an answer from what is kept failed", errorFacts(error));
        response.destroy();
      });
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse, asked: Asked, render: Answer) {
    const moment = await momentOf();
    if (moment === null) return pass(request, response, render);
    const key = keyAt(moment, asked);
    const known = () => shelf.get(key) ?? underWay.get(key);
    const give = (page: KeptPage) => {
      if (!asked.kind.count(request)) return void render();
      tally.kept++;
      send(page, asked, request, response);
    };
    const page = await known();
    if (page) return give(page);
    // Who has it already is told so without its being made.
    if (isConditional(request)) return pass(request, response, render);
    await drawInTurn(request, response, async (uncount) => {
      // Another's turn may have come first. Only what is being drawn is waited for: in line each stands for themselves.
      for (let meanwhile = known(); meanwhile !== undefined; meanwhile = known()) {
        const made = await meanwhile;
        if (made === null) continue; // it could not be kept, or whoever had it drawn has left
        uncount();
        return give(made);
      }
      return keep(key, asked, draw(request, response, asked, render));
    });
  }

  /** Keeps what is drawn for whoever asks meanwhile and afterwards; done when it is drawn. */
  async function keep(key: string, asked: Asked, drawing: Promise<KeptPage | null>): Promise<void> {
    underWay.set(key, drawing);
    const kept = drawing.then(async (made) => {
      // What was written meanwhile may stand in one half of the answer and not in the other.
      const after = made && (await momentNow());
      if (made && after && keyAt(after, asked) === key) shelf.set(key, made, entryBytes(key) + made.weight);
    });
    const done = () => void underWay.delete(key);
    kept.then(done, done);
    await drawing;
  }

  /** Makes an answer that is kept for nobody. It is held until it is whole: no turn waits for a slow reader. */
  async function pass(request: IncomingMessage, response: ServerResponse, render: Answer) {
    if (makingOf(request) === "at once") return render();
    const body = await drawInTurn(request, response, () => captured(response, render));
    if (body !== null) response.end(body);
  }

  /** Makes an answer for the first who asks, and keeps it for the others; null where it is nothing to keep. */
  async function draw(request: IncomingMessage, response: ServerResponse, asked: Asked, render: Answer) {
    tally.drawn++;
    const { "accept-encoding": accepted } = request.headers;
    delete request.headers["accept-encoding"]; // what is kept is deflated once, here
    if (request.method === "HEAD") request.method = "GET"; // to who wants no body Node sends none
    const body = await captured(response, render);
    if (body === null) return null;
    if (accepted !== undefined) request.headers["accept-encoding"] = accepted;
    const page = await asked.kind.keep(body, response);
    if (page === null) response.end(body);
    else send(page, asked, request, response);
    return page;
  }
}

function askedBy(request: IncomingMessage): Asked | null {
  for (const kind of [pages, programs]) {
    const address = kind.keyOf(request);
    if (address !== null) return { address, kind };
  }
  return null;
}

const isConditional = ({ headers }: IncomingMessage) =>
  headers["if-none-match"] !== undefined || headers["if-modified-since"] !== undefined;

/** Where the database stands that this request is answered from; null where it does not answer, which the answer then says. */
const momentOf = () =>
  looked(async () => {
    const { revision, state } = await chosen();
    return revision === null ? now() : { revision, state };
  });
const momentNow = () => looked(now);
const now = async (): Promise<Moment> => currentMoment((await chosen()).database.db);

async function looked(look: () => Promise<Moment>): Promise<Moment | null> {
  try {
    return await withinPatience(look(), patience.primary);
  } catch (error) {
    log("error", "nothing is kept: the database does not answer", errorFacts(error));
    return null;
  }
}

const keyAt = ({ state, revision }: Moment, { address }: Asked): string =>
  `${state} ${revision} ${today()} ${address}`;

function send(page: KeptPage, { kind }: Asked, request: IncomingMessage, response: ServerResponse): void {
  if (!response.destroyed) kind.send(page, request, response);
}
