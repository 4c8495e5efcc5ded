import type { LinkAnswer, LinkKind } from "./vocabulary";

/** How an address of a source answered when it was last asked. Moments are ISO 8601 in UTC. */
export type LinkCheck = {
  readonly kind: LinkKind;
  readonly url: string;
  readonly answer: LinkAnswer;
  /** Of HTTP; null where nothing answered. */
  readonly status: number | null;
  /** Where its redirects led; null where there were none. */
  readonly movedTo: string | null;
  readonly checkedAt: string;
  /** When it last was there; null where it never was. */
  readonly lastThereAt: string | null;
};

/** What one question to an address gave. */
export type Answered = Pick<LinkCheck, "answer" | "status" | "movedTo">;

/** A reader who follows it finds nothing. Who only refuses machines may still answer people. */
export const isBroken = ({ answer }: Pick<LinkCheck, "answer">): boolean =>
  answer === "gone" || answer === "silent";

/** What a status of HTTP says of an address, after its redirects. */
export function answerOf(status: number, movedTo: string | null): Answered {
  const answer = ((): LinkAnswer => {
    if (status >= 200 && status < 300) return movedTo === null ? "there" : "moved";
    if (status === 404 || status === 410) return "gone";
    return status >= 400 && status < 500 ? "refused" : "silent";
  })();
  return { answer, status, movedTo };
}
