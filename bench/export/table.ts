import type { Leavings } from "./leavings";
import { type Measured, mostMemory } from "./measure";

export const headings = [
  "engine",
  "rows",
  "format",
  "× psql",
  "goal",
  "seconds",
  "psql s",
  "site CPU s",
  "MB",
  "memory above idle",
].join("\t");

/** A measurement as a line of the table; what misses its goal says so. */
export function inWords(one: Measured): string {
  const missed = one.most !== null && one.timesPsql > one.most ? " MISSED" : "";
  const heavy = one.memory !== null && one.memory > mostMemory ? ` MISSED (${mostMemory})` : "";
  return [
    one.engine,
    one.rows,
    one.name,
    `${one.timesPsql.toFixed(2)} (${one.ratios.join(" ")})`,
    `${one.most ?? "–"}${missed}`,
    one.seconds.toFixed(2),
    one.psqlSeconds.toFixed(2),
    one.cpuSeconds?.toFixed(2) ?? "?",
    one.megabytes.toFixed(1),
    one.memory === null ? "not told" : `+${one.memory} MB${heavy}`,
  ].join("\t");
}

export function leftInWords(one: Leavings): string {
  const { engine, whole, aborted, backends, nextPage, nextDownload, usualPage } = one;
  const seconds = (value: number) => `${value.toFixed(2)} s`;
  return `${engine}: ${whole} downloads and ${aborted} left: ${backends} backends at work a second later, next page ${seconds(nextPage)} (usually ${seconds(usualPage)}), next download ${seconds(nextDownload)}`;
}
