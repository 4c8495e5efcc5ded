/**
 * Which reader makes the proposals: its hits and misses are counted for itself. Raise it with every change of what is
 * proposed, or of how a card is filled in.
 */
export const readerVersion = "2";
