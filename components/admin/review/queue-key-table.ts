/** What a key asks for in the review queue. */
export type QueueCommand =
  | "next"
  | "previous"
  | "approve"
  | "sendBack"
  | "fix"
  | "select"
  | "batch"
  | "leave"
  | "help";

/** The keys, in the order the help shows them. */
export const keyTable: readonly (readonly [command: QueueCommand, key: string])[] = [
  ["next", "j"],
  ["previous", "k"],
  ["approve", "a"],
  ["sendBack", "b"],
  ["fix", "f"],
  ["select", "x"],
  ["batch", "A"],
  ["leave", "Escape"],
  ["help", "?"],
];

const commandOf: ReadonlyMap<string, QueueCommand> = new Map(
  keyTable.map(([command, key]) => [key, command]),
);

type Press = {
  readonly key: string;
  /** With Ctrl, Alt or the command key: the browser's own, never ours. */
  readonly modified: boolean;
  /** Into a box: letters stay letters. */
  readonly typing: boolean;
};

/** The command of a key press; null where it is none. Escape alone works while typing: it leaves the box. */
export function queueCommandOf({ key, modified, typing }: Press): QueueCommand | null {
  if (modified) return null;
  const command = commandOf.get(key) ?? null;
  if (typing) return command === "leave" ? command : null;
  return command;
}
