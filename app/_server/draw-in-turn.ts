import type { IncomingMessage, ServerResponse } from "node:http";
import { networkOf } from "@/db/accounts/client-address";
import { giveBack, takeFromAllowance } from "../api/v1/_server/allowance";
import { takeDrawingTurn } from "../api/v1/_server/turns";
import { clientHeader } from "./client";
import { openSession } from "./open-session";
import { refuseDrawing } from "./refuse-drawing";

/** What costs next to nothing, or has turns or a limit of its own: files of the build, health and numbers, tables, what scripts hand in. */
const free =
  /^\/(?:|_next\/static\/.*|icon\.svg|robots\.txt|api\/(?:health|metrics|reports)|api\/v1\/(?:figures\.(?!json$)\w+|datapackage\.zip|drafts))$/;
/** Editors at work are not made to wait; who has not signed in is drawn nothing there but the way in. */
const desk = /^\/admin(?:\/|$)/;
/** A page of figures is made like any other answer; all of them are a download. */
const wholeTable = ({ pathname, searchParams }: URL) =>
  pathname === "/api/v1/figures.json" && !searchParams.has("limit");
/** Texts of the API, which a client may ask for as often as the API allows. */
const text = /^\/api\/v1\/(?!.*\.(?:svg|png)$)/;

/**
 * How an answer that is not in memory is made: at once, in its turn, counted, or both. What is sent to a page is counted
 * alone, for it has the page drawn as well: whoever sends slowly would hold a turn.
 */
export type Making = "at once" | "in turn" | "counted" | "drawn";

/** Reads the path as Next will, which follows ".." and its spellings: nothing passes for free under another name. */
export function makingOf({
  url = "",
  method,
  headers,
}: Pick<IncomingMessage, "url" | "method" | "headers">): Making {
  if (!URL.canParse(url, "http://site")) return "drawn";
  const address = new URL(url, "http://site");
  if (free.test(address.pathname) || wholeTable(address)) return "at once";
  if (desk.test(address.pathname) && openSession(headers.cookie) !== null) return "at once";
  const reads = method === "GET" || method === "HEAD";
  // Nothing is sent to a text: the API says so without making it, but Next may wait first for all that is sent.
  if (text.test(address.pathname)) return reads ? "in turn" : "at once";
  return reads ? "drawn" : "counted";
}

/** After so many seconds the line is shorter. */
const shorterLine = 5;

/**
 * Whoever has an answer made for longer, in milliseconds, has had their turn: a database that went away without a word
 * lets a question wait for a quarter of an hour, and two of them would keep everyone in line.
 */
const longestTurn = 60_000;

/**
 * Makes an answer that is not in memory, when its client may have one and its turn has come; says so where it may not.
 * Editors are counted by their session, everyone else by network; whoever has left is made nothing.
 * @param make is told how to take the count back, where another has made it meanwhile
 * @returns what `make` does; null where it was refused
 */
export async function drawInTurn<T>(
  request: IncomingMessage,
  response: ServerResponse,
  make: (uncount: () => void) => Promise<T>,
): Promise<T | null> {
  if (response.destroyed) return null; // it closes once, and would not be heard to
  const making = makingOf(request);
  const client = clientAsking(request);
  const uncount = () => void (making === "drawn" && giveBack(client, "drawings"));
  if (making === "at once") return make(uncount);
  const seconds = making === "in turn" ? 0 : takeFromAllowance(client, "drawings");
  if (seconds > 0) return refused("often", seconds);
  if (making === "counted") return make(uncount);
  const left = new AbortController();
  response.once("close", () => left.abort());
  const release = await takeDrawingTurn(client, left.signal);
  if (release === null) return left.signal.aborted ? null : refused("busy", shorterLine);
  const patience = setTimeout(release, longestTurn);
  try {
    return await make(uncount);
  } finally {
    clearTimeout(patience);
    release();
    if (response.statusCode === 304) uncount(); // who has it already was told so, and nothing was drawn
  }

  async function refused(why: "often" | "busy", after: number) {
    await refuseDrawing(request, response, why, after);
    return null;
  }
}

const clientAsking = ({ headers }: IncomingMessage): string =>
  openSession(headers.cookie) ?? networkOf(String(headers[clientHeader()] ?? "unknown"));
