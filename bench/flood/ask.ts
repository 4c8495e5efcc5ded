import { Agent, request } from "node:http";

const patient = new Agent({ keepAlive: true });

export type Answered = { readonly status: number; readonly milliseconds: number };

/** Asks as a client behind a proxy, and reads the answer to its end. A connection that breaks is status 0. */
export function ask(url: string, client: string, agent = patient): Promise<Answered> {
  const began = performance.now();
  return new Promise((resolve) => {
    const end = (status: number) => resolve({ status, milliseconds: performance.now() - began });
    const headers = { "X-Forwarded-For": client, "Accept-Encoding": "gzip" };
    request(url, { agent, headers }, (response) => {
      response
        .on("end", () => end(response.statusCode ?? 0))
        .on("error", () => end(0))
        .resume();
    })
      .on("error", () => end(0))
      .end();
  });
}
