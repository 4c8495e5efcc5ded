import type { RefusedRow } from "@/domain/import/make-report";
import type { RowReading } from "@/domain/import/row";

export type FigureReading = Extract<RowReading, { kind: "figure" }>;

/** After so many rows whoever waits is told that the work goes on. */
export const rowsBetweenBeats = 2000;

/**
 * Takes in what was read from a file, sorted by what can be done with it.
 * @param hash makes of a key, which may be of any length, what the database keeps
 */
export async function collectReadings(
  readings: AsyncIterable<RowReading> | Iterable<RowReading>,
  hash: (key: string) => string,
  beat: () => Promise<void>,
) {
  const figures: FigureReading[] = [];
  const refused: RefusedRow[] = [];
  const empty: { row: number }[] = [];
  let seen = 0;
  for await (const reading of readings) {
    if (++seen % rowsBetweenBeats === 0) await beat();
    if (reading.kind === "figure") figures.push({ ...reading, key: hash(reading.key) });
    else if (reading.kind === "refused") refused.push(reading);
    else empty.push({ row: reading.row });
  }
  return { figures, refused, empty };
}
