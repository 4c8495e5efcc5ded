import type { Agent, DateClaim, Event, Figure, Metric, Place, Unit } from "../figure";

/** Figures for tests and specimens: those of the first collection, and what else a chart must be able to show. */

const same = (text: string) => ({ fr: text, en: text });

export const unit = (slug: string, fr: string, en: string, symbol?: string): Unit => ({
  slug,
  name: { fr, en },
  symbol: symbol === undefined ? { fr, en } : same(symbol),
});

export const units = {
  km2: unit("km2", "kilomètres carrés", "square kilometres", "km²"),
  village: unit("village", "villages", "villages"),
  soldier: unit("soldier", "soldats", "soldiers"),
  drone: unit("drone", "drones", "drones"),
  percent: unit("percent", "pour cent", "per cent", "%"),
};

export const agent = (slug: string, fr: string, en: string, mark: number): Agent => ({
  slug,
  name: { fr, en },
  kind: "government_body",
  side: null,
  mark,
});

export const agents = {
  ukraine: agent("ukraine", "Ukraine", "Ukraine", 0),
  russianMod: agent("russian-mod", "Ministère russe de la Défense", "Russian Ministry of Defence", 1),
  officials: agent(
    "us-ukrainian-officials",
    "Responsables américains et ukrainiens",
    "US and Ukrainian officials",
    2,
  ),
  kyiv: agent("kyiv", "Kiev", "Kyiv", 0),
  moscow: agent("moscow", "Moscou", "Moscow", 1),
  company: agent("helsing", "Helsing", "Helsing", 3),
  monitor: agent("monitor", "Institut de suivi", "Monitoring institute", 4),
  un: agent("un", "Nations unies", "United Nations", 5),
};

export const place: Place = {
  slug: "kursk-region",
  name: { fr: "Région de Koursk", en: "Kursk region" },
  kind: "region",
};

export function metric(
  slug: string,
  kind: Metric["kind"],
  of: Unit,
  name: string,
  longestSilenceDays: number | null = null,
): Metric {
  return {
    slug,
    name: same(name),
    definition: same(name),
    group: "territory",
    kind,
    unit: of,
    longestSilenceDays,
  };
}

export const metrics = {
  territory: metric("territory-held", "stock", units.km2, "Territory held in Kursk region", 60),
  villages: metric("villages-held", "stock", units.village, "Villages held", 60),
  troops: metric("troops-massed", "stock", units.soldier, "Troops massed", 90),
  drones: metric("drones-intercepted", "event", units.drone, "Drones intercepted"),
  launched: metric("drones-launched", "event", units.drone, "Drones launched in one attack"),
  losses: metric("losses", "flow", units.soldier, "Losses"),
  share: metric("share-held", "share", units.percent, "Share of Ukraine held by Russia", 90),
  announced: metric("drones-announced", "event", units.drone, "Strike drones announced"),
};

export const day = (start: string, basis: DateClaim["basis"] = "stated"): DateClaim => ({
  start,
  end: start,
  precision: "day",
  basis,
  reasoning: null,
});

/** `month("2024-08")`. */
export function month(of: string, basis: DateClaim["basis"] = "stated"): DateClaim {
  const [year = 0, number = 0] = of.split("-").map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { start: `${of}-01`, end: `${of}-${last}`, precision: "month", basis, reasoning: null };
}

export const unknownDate: DateClaim = {
  start: null,
  end: null,
  precision: "unknown",
  basis: "unknown",
  reasoning: null,
};

let count = 0;

/** A published figure; what a test does not say is as plain as can be. Reported on its last day unless said otherwise. */
export function figure(said: Partial<Figure> & Pick<Figure, "metric" | "period">): Figure {
  count += 1;
  const claimant = said.claimant ?? null;
  const last = said.period.end;
  return {
    id: `f${count}`,
    subject: null,
    place: null,
    value: null,
    low: null,
    high: null,
    unit: said.metric.unit,
    comparator: "=",
    cue: null,
    statistic: "point",
    per: null,
    modality: "claimed",
    hearsay: false,
    reportedOn: last === null ? unknownDate : day(last),
    rank: "normal",
    status: "published",
    revision: 1,
    change: "first",
    supersedes: null,
    supersededBy: null,
    claimant,
    attribution: claimant ? [{ role: "claimed_by", agent: claimant, asPrinted: null }] : [],
    anchor: {
      sourceSlug: "source",
      sourceTitle: "Source",
      sentence: `… ${said.value ?? ""} …`,
      sentenceLang: "fr",
      record: null,
      sentenceStart: 0,
      sentenceEnd: 5,
      numberStart: 2,
      numberEnd: 2 + (said.value ?? "").length,
      prefix: "",
      suffix: "",
      comparator: "=",
      cue: null,
      attribution: [],
    },
    mentionCount: 1,
    ...said,
  };
}

const event = (slug: string, fr: string, en: string, date: DateClaim): Event => ({
  slug,
  name: { fr, en },
  date,
  place: null,
  anchors: [],
});

export const events: readonly Event[] = [
  event("crossing", "Franchissement de la frontière", "Border crossed", day("2024-08-06")),
  event("attack", "Attaque ukrainienne", "Ukrainian attack", day("2025-01-05")),
  event("kurakhove", "Prise de Kourakhove", "Kurakhove taken", day("2025-01-06")),
  event("inauguration", "Investiture américaine", "US inauguration", day("2025-01-20")),
  event("sudzha", "Reprise de Soudja", "Sudzha retaken", month("2025-03", "inferred")),
];

const feb13 = day("2025-02-13");

/** The charts of the first collection. */
export const seedCharts = {
  territory: [
    figure({
      id: "t1400",
      metric: metrics.territory,
      value: "1400",
      claimant: agents.ukraine,
      period: month("2024-08"),
      reportedOn: feb13,
      place,
    }),
    figure({
      id: "t500u",
      metric: metrics.territory,
      value: "500",
      comparator: "<=",
      cue: "ne … plus que",
      period: feb13,
      place,
    }),
    figure({
      id: "t500",
      metric: metrics.territory,
      value: "500",
      claimant: agents.ukraine,
      period: feb13,
      place,
      rank: "preferred",
    }),
  ],
  villages: [
    figure({
      id: "v88",
      metric: metrics.villages,
      value: "88",
      comparator: "~",
      cue: "près de",
      claimant: agents.russianMod,
      period: month("2024-09", "inferred"),
    }),
  ],
  troops: [
    figure({
      id: "s50000",
      metric: metrics.troops,
      value: "50000",
      comparator: ">=",
      cue: "pas moins de",
      hearsay: true,
      modality: "estimated",
      claimant: agents.officials,
      period: day("2024-11-10"),
    }),
  ],
  drones: [
    figure({
      id: "d130",
      metric: metrics.drones,
      value: "130",
      claimant: agents.kyiv,
      subject: agents.kyiv,
      period: month("2025-03", "inferred"),
      statistic: "total",
    }),
    figure({
      id: "d126",
      metric: metrics.drones,
      value: "126",
      claimant: agents.moscow,
      subject: agents.moscow,
      period: month("2025-03", "inferred"),
      statistic: "total",
    }),
  ],
  launched: [
    figure({ id: "l343", metric: metrics.launched, value: "343", period: month("2025-03", "inferred") }),
  ],
  losses: [
    figure({
      id: "p1500",
      metric: metrics.losses,
      value: "1500",
      statistic: "average",
      per: "day",
      hearsay: true,
      period: month("2024-10"),
      reportedOn: day("2024-11-10"),
    }),
  ],
  share: [
    figure({
      id: "h20a",
      metric: metrics.share,
      value: "20",
      comparator: "~",
      statistic: "share",
      period: day("2025-01-06"),
    }),
    figure({
      id: "h20b",
      metric: metrics.share,
      value: "20",
      comparator: "~",
      statistic: "share",
      period: feb13,
    }),
  ],
  announced: [
    figure({
      id: "a6000",
      metric: metrics.announced,
      value: "6000",
      modality: "announced",
      claimant: agents.company,
      period: feb13,
    }),
    figure({
      id: "a4000",
      metric: metrics.announced,
      value: "4000",
      modality: "announced",
      claimant: agents.company,
      period: unknownDate,
      reportedOn: feb13,
    }),
  ],
} as const satisfies Record<string, readonly Figure[]>;

const held = metrics.territory;
const said = [
  [agents.ukraine, 1000, 1250, 1300, 1100, 800],
  [agents.russianMod, 450, 600, 520, 430, 300],
  [agents.officials, 900, 1000, 950, 700, 500],
  [agents.monitor, 800, 1100, 1050, 820, 560],
  [agents.un, 700, 900, 870, 640, 480],
] as const;

/** Charts of everything else a chart must be able to say. */
export const specimens: Readonly<
  Record<string, { readonly metric: Metric; readonly figures: readonly Figure[] }>
> = {
  ranges: {
    metric: held,
    figures: [
      figure({
        id: "r1",
        metric: held,
        value: "900",
        low: "700",
        high: "1200",
        claimant: agents.officials,
        period: day("2024-09-02"),
      }),
      figure({
        id: "r2",
        metric: held,
        low: "500",
        high: "800",
        comparator: "range",
        claimant: agents.russianMod,
        period: day("2024-10-20"),
      }),
      figure({
        id: "r3",
        metric: held,
        value: "600",
        comparator: ">=",
        claimant: agents.officials,
        period: day("2024-12-15"),
      }),
    ],
  },
  states: {
    metric: held,
    figures: [
      figure({
        id: "g1",
        metric: held,
        value: "1150",
        claimant: agents.ukraine,
        period: day("2024-09-01"),
        supersededBy: "g2",
      }),
      figure({
        id: "g2",
        metric: held,
        value: "1000",
        claimant: agents.ukraine,
        period: day("2024-09-20"),
        supersedes: "g1",
        change: "correction",
      }),
      figure({
        id: "g3",
        metric: held,
        value: "760",
        claimant: agents.russianMod,
        period: day("2024-10-12"),
        status: "retracted",
      }),
      figure({
        id: "g4",
        metric: held,
        value: "520",
        claimant: agents.russianMod,
        period: day("2024-11-20"),
      }),
      figure({
        id: "g5",
        metric: held,
        value: "400",
        claimant: agents.ukraine,
        period: day("2024-12-20"),
        modality: "denied",
      }),
    ],
  },
  rivals: {
    metric: held,
    figures: [
      figure({ id: "b1", metric: held, value: "800", claimant: agents.ukraine, period: day("2025-01-10") }),
      figure({
        id: "b2",
        metric: held,
        value: "500",
        claimant: agents.russianMod,
        period: day("2025-01-10"),
      }),
      figure({ id: "b3", metric: held, value: "480", claimant: agents.ukraine, period: day("2025-03-02") }),
      figure({
        id: "b4",
        metric: held,
        value: "470",
        claimant: agents.russianMod,
        period: day("2025-03-02"),
      }),
    ],
  },
  five: {
    metric: held,
    figures: said.flatMap(([claimant, ...values]) =>
      values.map((value, index) =>
        figure({
          id: `m-${claimant.slug}-${index}`,
          metric: held,
          value: String(value),
          claimant,
          period: day(`2024-${String(8 + index).padStart(2, "0")}-${10 + claimant.mark * 3}`),
        }),
      ),
    ),
  },
  mixed: {
    metric: metrics.losses,
    figures: [
      figure({
        id: "x1",
        metric: metrics.losses,
        value: "1500",
        statistic: "average",
        per: "day",
        period: month("2024-10"),
      }),
      figure({
        id: "x2",
        metric: metrics.losses,
        value: "1200",
        statistic: "average",
        per: "day",
        claimant: agents.officials,
        period: month("2024-09"),
      }),
      figure({
        id: "x3",
        metric: metrics.losses,
        value: "38000",
        statistic: "cumulative",
        claimant: agents.kyiv,
        period: day("2024-11-30"),
      }),
    ],
  },
  dense: { metric: held, figures: many(140) },
};

/** `n` daily figures of two claimants, wandering but always the same. */
export function many(n: number): Figure[] {
  return Array.from({ length: n }, (_, index) => {
    const of = index % 2 === 0 ? agents.ukraine : agents.russianMod;
    const value = Math.round(
      900 + 300 * Math.sin(index / 25) + 90 * Math.sin(index * 1.7) - (index % 2) * 260,
    );
    const date = new Date(Date.UTC(2024, 7, 6) + Math.floor(index / 2) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    return figure({
      id: `n${index}`,
      metric: metrics.territory,
      value: String(value),
      claimant: of,
      period: day(date),
    });
  });
}
