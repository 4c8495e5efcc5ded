import { createHash } from "node:crypto";

/** Of the names of the columns in their order, by which the next file of the same form finds its map. */
export const headerSha256 = (header: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(header), "utf8").digest("hex");
