import type { ImportMessages } from "@/messages/imports";

const known = ["too_slow", "out_of_memory", "failed"] as const;

/** Why an import stopped: what reading it ran into, in the language of the desk, else what was noted. */
export function failureWords(failure: string | null, { problem }: ImportMessages): string {
  const kind = /^a table could not be read: (\w+)$/.exec(failure ?? "")?.[1];
  const ours = known.find((one) => one === kind);
  return ours === undefined ? (failure ?? problem.failed) : problem[ours];
}
