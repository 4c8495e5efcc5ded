import type { RefusedRow } from "@/domain/import/make-report";
import type { FieldMaps, ImportMap } from "@/domain/import/map";
import type { CellProblem } from "@/domain/import/row";
import type { Reader } from "../client";
import { places } from "../schema/places";
import type { CheckedFigure } from "./import-validate";
import { findMapProblems, slugsIn } from "./map-problems";

/**
 * Tells apart what the map's own words keep out: rows that would make a place within one that nobody knows, and all of
 * them where the map names what no list has.
 */
export async function refuseByMap(
  db: Reader,
  map: ImportMap,
  sound: readonly CheckedFigure[],
): Promise<{ writes: CheckedFigure[]; refused: RefusedRow[] }> {
  const refused: RefusedRow[] = [];
  const refuse = ({ row, figure, record }: CheckedFigure, problems: readonly CellProblem[]) =>
    void refused.push({ row, figure, record, problems });
  const lost = await lostParents(db, map, sound);
  const writes = sound.filter((one) => {
    const problems = one.creates.flatMap((entry) =>
      entry.list === "places" && entry.parent !== null && lost.has(entry.parent)
        ? [problemOf(keyOfParent(map, one.figure), entry.parent)]
        : [],
    );
    if (problems.length > 0) refuse(one, problems);
    return problems.length === 0;
  });
  if (writes.length === 0) return { writes, refused };
  const standing = writes.some(({ input }) =>
    input.mentions.some(({ record, version }) => record !== undefined && version === undefined),
  );
  const problems = (await findMapProblems(db, map, standing)).map(
    ({ rule, key, says }): CellProblem => ({ rule, column: key, cell: says.slice(0, 200) }),
  );
  if (problems.length === 0) return { writes, refused };
  for (const one of writes) refuse(one, problems);
  return { writes: [], refused };
}

const problemOf = (key: string, says: string): CellProblem => ({
  ...{ rule: "unknown_in_map", column: key, cell: says.slice(0, 200) },
});

/** Places that new ones are said to lie in, and that neither the collection nor the map has. */
async function lostParents(
  db: Reader,
  { lists }: ImportMap,
  sound: readonly CheckedFigure[],
): Promise<Set<string>> {
  const made = sound.flatMap(({ creates }) => creates.filter((entry) => entry.list === "places"));
  const parents = new Set(made.flatMap(({ parent }) => parent ?? []));
  const known = await slugsIn(db, places, places.slug, [...parents]);
  const brought = new Set([...(lists?.places ?? []), ...made].map(({ slug }) => slug));
  return new Set([...parents].filter((slug) => !known.has(slug) && !brought.has(slug)));
}

/** The key of the map that says in which place new ones lie. */
function keyOfParent({ fields, figures }: ImportMap, figure: number): string {
  const own: FieldMaps | undefined = figures?.[figure];
  const path = own?.place === undefined || fields.place === own.place ? "fields" : `figures.${figure}`;
  return `${path}.place.create.parent`;
}
