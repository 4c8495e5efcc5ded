import { describe, expect, test } from "vitest";
import { changedFields, fieldsChanged } from "./change";
import { state } from "./change.fixture";
import { agents, day, metrics, month, place, units } from "./chart/figures.fixture";

const anchor = state().anchor;
const other = { ...anchor, sentence: "… 500 km² …" };

/** For each field something that changes it alone. */
const changes: Record<(typeof changedFields)[number], Parameters<typeof state>[0]> = {
  value: { comparator: "~" },
  cue: { cue: "près de" },
  period: { period: month("2025-02") },
  claimant: { attribution: [{ role: "estimated_by", agent: agents.monitor, asPrinted: null }] },
  modality: { hearsay: true },
  subject: { subject: agents.russianMod },
  place: { place },
  metric: { metric: metrics.villages },
  reported: { reportedOn: day("2025-02-13", "computed") },
  sentence: { anchor: other, mentions: [other] },
  mentions: { mentions: [anchor, other] },
  note: { note: { fr: "Note", en: "Note" } },
  rank: { rank: "preferred" },
  supersedes: { supersedes: "5ef6srf2" },
};

describe("what differs between two states of a figure", () => {
  test.each(changedFields)("is found field by field: %s", (field) => {
    expect(fieldsChanged(state(), state(changes[field]))).toEqual([field]);
    expect(fieldsChanged(state(changes[field]), state())).toEqual([field]);
  });

  test("is nothing where only its place in a file, its revision or its standing differ", () => {
    const moved = { ...anchor, sentenceStart: 90, sentenceEnd: 95, prefix: "Or ", suffix: "." };
    const same = {
      anchor: moved,
      mentions: [moved],
      revision: 2,
      status: "retracted",
      rank: "normal",
    } as const;
    expect(fieldsChanged(state(), state(same))).toEqual([]);
    expect(fieldsChanged(state({ unit: units.km2 }), state())).toEqual([]);
  });
});
