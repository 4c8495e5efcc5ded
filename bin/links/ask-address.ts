import { type Answered, answerOf } from "@/domain/link-check";
import { askOnce, type Manners, type OneAnswer, Unasked } from "./ask-once";
import { noRobots, type Robots, readRobots } from "./robots";

const mostRedirects = 5;
const unasked: Answered = { answer: "unasked", status: null, movedTo: null };

/** How `agent` is called in a robots.txt. */
export const agentName = "verbatim-links";

/** Asks one host, one question after the other; each host's robots.txt is read once. */
export function askHosts(manners: Manners, wait: (ms: number) => Promise<void>) {
  const robots = new Map<string, Promise<Robots>>();
  const lastOf = new Map<string, Promise<unknown>>();

  /** Takes its turn at a host: the next question to it waits for this one, and a while after. */
  function inTurn<T>(host: string, question: () => Promise<T>, pause: number): Promise<T> {
    const turn = (lastOf.get(host) ?? Promise.resolve()).then(question);
    lastOf.set(
      host,
      turn.then(
        () => wait(pause),
        () => wait(pause),
      ),
    );
    return turn;
  }

  function robotsOf(url: URL): Promise<Robots> {
    const known = robots.get(url.origin);
    if (known !== undefined) return known;
    const reading = inTurn(url.host, () => askOnce(new URL("/robots.txt", url), "GET", manners, 65_536), 1000)
      .then(({ status, body }) => (status >= 200 && status < 300 ? readRobots(body, agentName) : noRobots))
      .catch((error) => {
        if (error instanceof Unasked) throw error;
        return noRobots; // the page itself is asked, and says whether anything answers
      });
    robots.set(url.origin, reading);
    return reading;
  }

  async function askPolitely(url: URL): Promise<OneAnswer | "unasked"> {
    const { allows, delay } = await robotsOf(url);
    if (!allows(url.pathname + url.search)) return "unasked";
    const pause = Math.max(1000, delay * 1000);
    const head = await inTurn(url.host, () => askOnce(url, "HEAD", manners), pause);
    // Servers that know no HEAD are asked for the first bytes.
    if (![403, 404, 405, 501].includes(head.status)) return head;
    return inTurn(url.host, () => askOnce(url, "GET", manners), pause);
  }

  /** Asks an address and follows its redirects, each judged as if it were asked itself. Never throws. */
  return async function askAddress(address: string): Promise<Answered> {
    try {
      let url = new URL(address);
      for (let hop = 0; hop <= mostRedirects; hop++) {
        const answer = await askPolitely(url);
        if (answer === "unasked") return unasked;
        const { status, location } = answer;
        const isRedirect = [301, 302, 303, 307, 308].includes(status) && location !== null;
        if (!isRedirect) return answerOf(status, hop === 0 ? null : url.href);
        url = new URL(location, url);
      }
      return { answer: "silent", status: null, movedTo: null }; // it leads round in a circle
    } catch (error) {
      return error instanceof Unasked ? unasked : { answer: "silent", status: null, movedTo: null };
    }
  };
}
