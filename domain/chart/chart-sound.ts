import type { Chart } from "./chart";
import { groupBy } from "./group-by";
import type { PlacedPoint, Rect } from "./panel";

/** The timbres a claimant may have, in the order they are given out. */
export const voices = ["sine", "triangle", "square", "sawtooth"] as const;
export type Voice = (typeof voices)[number];

/** One mark as a tone. Times are in seconds, pitches in hertz; `pan` runs from -1, left, to 1, right. */
export type Tone = {
  readonly at: number;
  readonly pitch: number;
  /** Where a range ends that the tone glides up through; the same as `pitch` where there is none. */
  readonly glideTo: number;
  readonly voice: Voice;
  readonly pan: number;
};

export type ChartSound = {
  readonly tones: readonly Tone[];
  /** Who speaks in which voice, in the order they are first heard; null is nobody named. */
  readonly speakers: readonly { readonly claimant: string | null; readonly voice: Voice }[];
  /** How many marks there are where not all are heard; null where all are. */
  readonly thinnedFrom: number | null;
  /** Until the last tone has died away, in seconds. */
  readonly length: number;
};

/** Three octaves: a value twice as far up the axis does not sound twice as high, but two marks as far apart sound so. */
const [lowest, highest] = [165, 1320];
const secondsPerMark = 0.3;
const [shortest, longest] = [2, 12];
export const toneLength = 0.22;
/** More would run into one noise, and weigh more than the chart. */
export const mostTones = 240;

/**
 * A chart to be heard: each mark a tone, from left to right in time, the higher the value the higher the tone. Between
 * two marks there is nothing, for nobody reported anything. Marks of one moment follow each other closely enough to be
 * heard as one and far enough to be told apart. Panels, which share an axis, sound together.
 */
export function chartSound({ panels }: Pick<Chart, "panels">): ChartSound {
  const all = panels
    .flatMap(({ plot, points }) => points.map((point) => ({ point, plot })))
    .filter(({ point }) => !point.retracted && !point.ghost)
    .sort((a, b) => across(a) - across(b));
  const marks = all.length <= mostTones ? all : extremes(all);
  const claimants = [...new Set(marks.map(({ point }) => point.claimant))];
  const speakers = claimants.map((claimant, index) => ({ claimant, voice: voices[index % voices.length]! }));
  const length = Math.min(longest, Math.max(shortest, marks.length * secondsPerMark));
  let last = Number.NEGATIVE_INFINITY;
  const tones = marks.map((mark) => {
    const at = Math.max(across(mark) * length, last + Math.min(0.06, length / (2 * marks.length)));
    last = at;
    const index = claimants.indexOf(mark.point.claimant);
    const pan = claimants.length < 2 ? 0 : round((2 * index) / (claimants.length - 1) - 1);
    return { at: round(at), ...pitches(mark), voice: speakers[index]!.voice, pan };
  });
  const thinnedFrom = marks.length < all.length ? all.length : null;
  return { tones, speakers, thinnedFrom, length: round(Math.max(length, last) + toneLength) };
}

/** What a browser plays, in few letters: the length, then each tone. `readSound` reads it. */
export const writeSound = ({ tones, length }: Pick<ChartSound, "tones" | "length">): string =>
  [
    length,
    ...tones.map((tone) =>
      [tone.at, tone.pitch, tone.glideTo, voices.indexOf(tone.voice), tone.pan].join(" "),
    ),
  ].join(",");

/** The sound that `writeSound` wrote. */
export function readSound(text: string): Pick<ChartSound, "tones" | "length"> {
  const [length = "0", ...tones] = text.split(",");
  return {
    length: Number(length),
    tones: tones.map((tone) => {
      const [at, pitch, glideTo, voice, pan] = tone.split(" ").map(Number) as [
        number,
        number,
        number,
        number,
        number,
      ];
      return { at, pitch, glideTo, voice: voices[voice]!, pan };
    }),
  };
}

type Mark = { readonly point: PlacedPoint; readonly plot: Rect };

/** The highest and the lowest mark of each stretch of time: no extreme goes unheard. */
function extremes(marks: readonly Mark[]): Mark[] {
  const kept = new Set<Mark>();
  for (const stretch of groupBy(marks, (mark) => Math.floor((across(mark) * mostTones) / 2)).values()) {
    kept.add(stretch.reduce((low, mark) => (mark.point.y > low.point.y ? mark : low)));
    kept.add(stretch.reduce((high, mark) => (mark.point.y < high.point.y ? mark : high)));
  }
  return marks.filter((mark) => kept.has(mark));
}

const across = ({ point, plot }: Mark): number => (point.x - plot.x) / plot.width;

function pitches({ point, plot }: Mark): Pick<Tone, "pitch" | "glideTo"> {
  const pitchAt = (y: number) =>
    Math.round(
      lowest * (highest / lowest) ** Math.min(1, Math.max(0, (plot.y + plot.height - y) / plot.height)),
    );
  const { whisker, y } = point;
  if (whisker === null) return { pitch: pitchAt(y), glideTo: pitchAt(y) };
  return {
    pitch: pitchAt(Math.max(whisker.y1, whisker.y2)),
    glideTo: pitchAt(Math.min(whisker.y1, whisker.y2)),
  };
}

const round = (n: number) => Math.round(n * 100) / 100;
