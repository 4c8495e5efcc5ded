import { createHash, timingSafeEqual } from "node:crypto";

/** What a stranger cannot guess in a lifetime. */
const shortest = 16;

/** The token that opens /api/metrics: METRICS_TOKEN. Null where there is none. @throws where it is too short */
export function metricsToken(env: Record<string, string | undefined> = process.env): string | null {
  const given = env.METRICS_TOKEN?.trim();
  if (!given) return null;
  if (given.length < shortest) throw new Error(`METRICS_TOKEN must have at least ${shortest} characters.`);
  return given;
}

/** Whether an Authorization header bears the token. It takes as long whatever it bears. */
export function bearsToken(authorization: string | null, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string) => createHash("sha256").update(text).digest();
