import type { FigureInput } from "@/domain/inputs";
import { compareDecimals } from "@/domain/validate/decimals";
import { checkDateClaim } from "./date-claim";
import type { Excerpts } from "./excerpts";
import { resolveAttribution } from "./resolve-attribution";
import type { Names } from "./resolve-lists";
import { resolveMention } from "./resolve-mention";
import type { FigureForm, SourceForm } from "./schema";
import type { Say, SeedPath } from "./yaml-file";

/** Checks a figure against the lists and its sentences. What is wrong is said, and the result is then not to be used. */
export function resolveFigure(
  form: FigureForm,
  source: SourceForm,
  excerpts: Excerpts,
  names: Names,
  path: SeedPath,
  say: Say,
): FigureInput {
  checkReferences(form, names, path, say);
  checkValues(form, names, path, say);
  checkDateClaim(form.period, [...path, "period"], say);
  checkDateClaim(form.reported_on, [...path, "reported_on"], say);
  if ((form.reported_on.start ?? "") > (source.published.end ?? "9999")) {
    say([...path, "reported_on", "start"], `is later than the source was published, ${source.published.end}`);
  }
  resolveAttribution(form.attribution, excerpts.version.text, names, [...path, "attribution"], say);
  const context = { figure: form, excerpts, lang: source.lang, names };
  checkAnchorSpeaksForFigure(form, path, say);
  const mentions = form.mentions.flatMap((mention, index) => {
    const resolved = resolveMention(mention, context, [...path, "mentions", index], say);
    return resolved === null ? [] : [resolved];
  });
  const places = new Set<string>();
  mentions.forEach(({ sentenceStart, numberStart }, index) => {
    const place = `${sentenceStart}:${numberStart}`;
    if (places.has(place)) say([...path, "mentions", index], "stands where an earlier mention stands");
    places.add(place);
  });
  const { id, reported_on, attribution: _, mentions: __, change: ___, ...rest } = form;
  // A chain without a claimant was written so on purpose: the file names every link.
  const claimed = form.attribution.some(({ role }) => role === "claimed_by" || role === "estimated_by");
  const unattributed = claimed ? {} : { unattributed: true };
  return { publicId: id, ...rest, ...unattributed, reportedOn: reported_on, supersedes: null, mentions };
}

function checkReferences(
  { metric, subject, place, unit }: FigureForm,
  names: Names,
  path: SeedPath,
  say: Say,
) {
  const known = names.metrics.get(metric);
  if (known === undefined) say([...path, "metric"], `no such metric "${metric}"`);
  if (subject !== null && !names.agents.has(subject)) say([...path, "subject"], `no such agent "${subject}"`);
  if (place !== null && !names.places.has(place)) say([...path, "place"], `no such place "${place}"`);
  if (!names.units.has(unit)) say([...path, "unit"], `no such unit "${unit}"`);
  else if (known !== undefined && !known.allowedUnits.includes(unit)) {
    say([...path, "unit"], `the metric "${metric}" does not allow the unit "${unit}"`);
  }
}

function checkValues(
  { metric, value, low, high, comparator }: FigureForm,
  names: Names,
  path: SeedPath,
  say: Say,
) {
  const exceeds = (a: string | null, b: string | null) =>
    a !== null && b !== null && compareDecimals(a, b) > 0;
  if (exceeds(low, value)) say([...path, "low"], `${low} is more than the value, ${value}`);
  if (exceeds(value, high)) say([...path, "high"], `${high} is less than the value, ${value}`);
  if (value === null && exceeds(low, high)) say([...path, "high"], `${high} is less than the low, ${low}`);
  if (comparator === "range" && (low === null || high === null)) {
    say([...path, "comparator"], "a range has a low and a high");
  }
  const known = names.metrics.get(metric);
  if (known === undefined) return;
  const share = known.kind === "share";
  for (const [key, stated] of Object.entries({ value, low, high })) {
    if (share && (exceeds("0", stated) || exceeds(stated, "100"))) {
      say([...path, key], `a share lies between 0 and 100, not at ${stated}`);
    } else if (exceeds(known.plausibleLow, stated) || exceeds(stated, known.plausibleHigh)) {
      const bounds = `${known.plausibleLow} to ${known.plausibleHigh}`;
      say(
        [...path, key],
        `${stated} is outside what is plausible for "${metric}", ${bounds}: a slip, or bounds to widen`,
      );
    }
  }
}

/** The bound, the hedge and the chain of the anchor are the figure's: two places would let them differ. */
function checkAnchorSpeaksForFigure({ mentions: [anchor] }: FigureForm, path: SeedPath, say: Say) {
  for (const key of ["comparator", "cue", "attribution"] as const) {
    if (anchor?.[key] !== undefined)
      say([...path, "mentions", 0, key], "is the figure's own: write it there");
  }
}
