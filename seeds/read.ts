import { compareDecimals } from "@/domain/validate/decimals";
import { changePercent, placesOf } from "./decimal";
import { hashSeedFiles, readSeedFiles } from "./read-files";
import { resolveEvents } from "./resolve-events";
import { resolveAgents, resolveMetrics, resolvePlaces, resolveUnits } from "./resolve-lists";
import { type ResolvedSource, resolveSource } from "./resolve-source";
import type { EventsForm, SourceForm } from "./schema";
import type { SeedCollection } from "./seed-collection";
import type { Say, SeedFile, SeedProblem } from "./yaml-file";

export type { SeedCollection } from "./seed-collection";
export { formatProblem, type SeedProblem } from "./yaml-file";

/**
 * Reads a folder of seed files and checks all that can be checked without the documents themselves (for those,
 * see check.ts).
 *
 * @returns the collection, or everything found wrong, each with its line
 */
export function readSeeds(dir: string): SeedCollection | SeedProblem[] {
  const files = readSeedFiles(dir);
  if (Array.isArray(files)) return files;
  const problems: SeedProblem[] = [];
  const about =
    (file: Pick<SeedFile<unknown>, "problem">): Say =>
    (path, message) =>
      problems.push(file.problem(path, message));

  const units = resolveUnits(files.units.data, about(files.units));
  const names = {
    units,
    agents: resolveAgents(files.agents.data, about(files.agents)),
    places: resolvePlaces(files.places.data, about(files.places)),
    metrics: resolveMetrics(files.metrics.data, units, about(files.metrics)),
  };
  const resolved = new Map<string, ResolvedSource>();
  for (const [slug, file] of files.sources)
    resolved.set(slug, resolveSource(slug, file.data, names, about(file)));
  checkAcrossSources([...files.sources.values()], about);
  const excerptsOf = new Map([...resolved].map(([slug, source]) => [slug, source.excerpts]));
  const events = resolveEvents(files.events.data, excerptsOf, names, about(files.events));
  for (const [slug, file] of files.sources)
    checkEverySentenceIsUsed(slug, file.data, files.events.data, about(file));
  if (problems.length > 0) return problems;

  const { day_counter, ...collection } = files.collection.data;
  const settings = day_counter && { dayCounter: { name: day_counter.name, dayOne: day_counter.day_one } };
  const sources = [...resolved.values()];
  return {
    collection: { ...collection, seedsSha256: hashSeedFiles(dir), settings: settings ?? {} },
    units: [...names.units.values()],
    agents: [...names.agents.values()],
    places: [...names.places.values()],
    metrics: [...names.metrics.values()],
    sources: sources.map(({ source }) => source),
    figures: sources.flatMap(({ figures }) => figures),
    events,
    checks: sources.flatMap(({ checks }) => checks),
  };
}

/** Ids are the collection's, not the file's; and a comparison may name a figure of another source. */
function checkAcrossSources(
  files: readonly SeedFile<SourceForm>[],
  about: (file: SeedFile<SourceForm>) => Say,
) {
  const values = new Map<string, string | null>();
  const slugs = new Set<string>();
  for (const file of files) {
    file.data.figures.forEach(({ id, value }, index) => {
      if (values.has(id)) about(file)(["figures", index, "id"], `"${id}" is the id of another figure`);
      values.set(id, value);
    });
  }
  for (const file of files) {
    file.data.checks.forEach((check, index) => {
      const say: Say = (path, message) => about(file)(["checks", index, ...path], message);
      if (slugs.has(check.slug)) say(["slug"], `"${check.slug}" is there already`);
      slugs.add(check.slug);
      for (const key of ["from", "to"] as const) {
        if (!values.has(check[key])) say([key], `no such figure "${check[key]}"`);
      }
      const from = values.get(check.from);
      const to = values.get(check.to);
      if (from == null || to == null) return;
      const computed = changePercent(from, to, placesOf(check.computed_change_percent));
      if (computed === null || compareDecimals(computed, check.computed_change_percent) !== 0) {
        const found = computed === null ? "no change in per cent" : `${computed} per cent`;
        say(
          ["computed_change_percent"],
          `from ${from} to ${to} is ${found}, not ${check.computed_change_percent}`,
        );
      }
    });
  }
}

/** The right to quote reaches as far as the figures and the dated events: a sentence without either is left out. */
function checkEverySentenceIsUsed(slug: string, form: SourceForm, events: EventsForm, say: Say) {
  const used = new Set([
    ...form.figures.flatMap((figure) => figure.mentions.map((mention) => mention.sentence)),
    ...events.flatMap((event) =>
      event.anchors.filter((one) => one.source === slug).map((one) => one.sentence),
    ),
  ]);
  form.passages.forEach((passage, index) => {
    for (const key of Object.keys(passage.sentences)) {
      if (!used.has(key))
        say(
          ["passages", index, "sentences", key],
          "carries neither a figure nor an event: not ours to quote",
        );
    }
  });
}
