/** Writing numbers in the text format of Prometheus (0.0.4), which every collector of metrics reads. */

export type Labels = Readonly<Record<string, string>>;
export type Sample = readonly [labels: Labels, value: number];
type Kind = "counter" | "gauge" | "histogram";

/** A family of samples under one name. */
export type Family = {
  readonly name: string;
  readonly help: string;
  readonly kind: Kind;
  /** Lines after the two that say what it is, without their ends. */
  readonly lines: readonly string[];
};

/** A family whose samples all bear its name. */
export function family(
  kind: Exclude<Kind, "histogram">,
  name: string,
  help: string,
  samples: readonly Sample[],
) {
  return { kind, name, help, lines: samples.map((sample) => lineOf(name, sample)) } satisfies Family;
}

export type Distribution = {
  readonly labels: Labels;
  /** How many were at most as large as each bound, each counted in one place only. */
  readonly counts: readonly number[];
  readonly sum: number;
  readonly count: number;
};

/** A family of distributions over the same bounds. */
export function histogram(
  name: string,
  help: string,
  bounds: readonly number[],
  distributions: readonly Distribution[],
): Family {
  const lines = distributions.flatMap(({ labels, counts, sum, count }) => {
    let below = 0;
    const buckets = bounds.map((bound, index) => {
      below += counts[index] ?? 0;
      return lineOf(`${name}_bucket`, [{ ...labels, le: String(bound) }, below]);
    });
    return [
      ...buckets,
      lineOf(`${name}_bucket`, [{ ...labels, le: "+Inf" }, count]),
      lineOf(`${name}_sum`, [labels, sum]),
      lineOf(`${name}_count`, [labels, count]),
    ];
  });
  return { kind: "histogram", name, help, lines };
}

/** The whole answer. Families without samples are left out. */
export const exposition = (families: readonly Family[]): string =>
  families
    .filter(({ lines }) => lines.length > 0)
    .map(({ name, help, kind, lines }) =>
      [`# HELP ${name} ${escapeHelp(help)}`, `# TYPE ${name} ${kind}`, ...lines, ""].join("\n"),
    )
    .join("");

export const expositionType = "text/plain; version=0.0.4; charset=utf-8";

function lineOf(name: string, [labels, value]: Sample): string {
  const written = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
  return `${name}${written.length > 0 ? `{${written}}` : ""} ${value}`;
}

const escapeHelp = (text: string) => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
const escapeLabel = (text: string) => escapeHelp(text).replaceAll('"', '\\"');
