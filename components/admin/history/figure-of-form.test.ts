import { describe, expect, test } from "vitest";
import { diffFigures } from "@/domain/merge-drafts";
import { figure, mentionOf } from "@/domain/validate/figure.fixture";
import { dateOf, figureOfForm } from "./figure-of-form";
import { twoClaimants } from "./mentions-of-form";

const base = figure({
  note: { fr: "Une note", en: "A note" },
  unattributed: false,
  mentions: [
    mentionOf("1\u00a0500", "1500", { cue: "près de" }),
    mentionOf("mille cinq cents", "1500", { sentenceStart: 90, sentenceEnd: 120 }),
  ],
});

/** The form as the page fills it from `base`. */
function filled(change: Record<string, string | null> = {}): FormData {
  const form = new FormData();
  const boxes: Record<string, string> = {
    ...{ metric: base.metric, subject: "storks", place: "marsh", unit: "bird", value: "1500" },
    ...{ comparator: "~", cue: "près de", statistic: "point", per: "", modality: "claimed", rank: "normal" },
    ...{ "period.start": "2031-05-04", "period.end": "2031-05-04", "period.precision": "day" },
    ...{ "period.basis": "stated", "reportedOn.start": "2031-05-05", "reportedOn.end": "2031-05-05" },
    ...{ "reportedOn.precision": "day", "reportedOn.basis": "stated" },
    ...{ "note.fr": "Une note", "note.en": "A note", "mention.1.comparator": "~", "mention.1.cue": "" },
  };
  for (const at of [0, 1]) {
    boxes[`mention.${at}.link.0.role`] = "claimed_by";
    boxes[`mention.${at}.link.0.agent`] = "ministry";
    boxes[`mention.${at}.link.0.asPrinted`] = "le ministère";
    boxes[`mention.${at}.link.1.role`] = "relayed_by";
    boxes[`mention.${at}.link.1.agent`] = "";
  }
  for (const [name, value] of Object.entries({ ...boxes, ...change }))
    if (value !== null) form.set(name, value);
  return form;
}

const changed = (change: Record<string, string | null>, locale: "fr" | "en" = "en") =>
  Object.fromEntries(
    diffFigures(base, figureOfForm(filled(change), base, locale)).map(({ field, after }) => [field, after]),
  );

describe("a figure's form", () => {
  test("states the very figure it was filled from", () => {
    expect(diffFigures(base, figureOfForm(filled(), base, "fr"))).toEqual([]);
  });

  test("reads numbers as they are typed, an empty box as none, and keeps what is no number", () => {
    const typed = (words: string, locale: "fr" | "en") => changed({ high: words }, locale).high;
    expect(typed("1\u202f600,5", "fr")).toBe("1600.5");
    expect(typed("1,600.5", "en")).toBe("1600.5");
    expect(typed("a dozen", "en")).toBe("adozen");
    expect(changed({ value: "" }).value).toBeNull();
  });

  test("lets the anchor follow the figure where it said the same", () => {
    const { mentions } = figureOfForm(
      filled({ comparator: ">=", cue: "au moins", value: "1400" }),
      base,
      "en",
    );
    expect(mentions[0]).toMatchObject({ comparator: ">=", cue: "au moins", readsAs: "1400" });
    expect(mentions[1], "another sentence speaks for itself").toMatchObject({
      comparator: "~",
      readsAs: "1500",
    });
  });

  test("puts the claimant first, and leaves lines without an agent out", () => {
    const links = {
      ...{ "mention.0.link.0.role": "relayed_by", "mention.0.link.0.agent": "gazette" },
      ...{ "mention.0.link.1.role": "claimed_by", "mention.0.link.1.agent": "ministry" },
    };
    const made = figureOfForm(filled(links), base, "en");
    expect(made.mentions[0]!.attribution.map(({ role, agent }) => [role, agent])).toEqual([
      ["claimed_by", "ministry"],
      ["relayed_by", "gazette"],
    ]);
    expect(twoClaimants(made)).toBe(false);
    const second = { "mention.0.link.1.role": "estimated_by", "mention.0.link.1.agent": "gazette" };
    expect(twoClaimants(figureOfForm(filled(second), base, "en"))).toBe(true);
  });

  test("takes a further sentence off, never the anchor", () => {
    const made = figureOfForm(filled({ "mention.0.drop": "on", "mention.1.drop": "on" }), base, "en");
    expect(made.mentions.map(({ sentenceStart }) => sentenceStart)).toEqual([0]);
  });

  test("lets words of one language stand for both", () => {
    expect(changed({ "note.fr": "" }).note).toEqual({ fr: "A note", en: "A note" });
    expect(changed({ "note.fr": " ", "note.en": "" }).note).toBeNull();
  });

  test("takes a field from what was saved meanwhile, where the editor chose so, and no other name", () => {
    const chosen = { subject: "herons", place: "lake", "take.subject": "theirs", "take.place": "mine" };
    expect(changed({ ...chosen, "take.constructor": "theirs" })).toEqual({ place: "lake" });
  });
});

describe("a date of the form", () => {
  const dateIn = (boxes: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(boxes)) form.set(`period.${name}`, value);
    return dateOf(form, "period");
  };

  test("without a day is unknown, and with one is not", () => {
    expect(dateIn({ precision: "month", basis: "stated" })).toMatchObject({
      start: null,
      precision: "unknown",
    });
    expect(dateIn({ start: "2031-05-04", precision: "unknown", basis: "stated" })).toMatchObject({
      ...{ start: "2031-05-04", end: "2031-05-04", precision: "day" },
    });
  });

  test("ends a month with its last day unless an end is given, and keeps its basis", () => {
    const month = { start: "2031-02-01", precision: "month", basis: "stated" };
    expect(dateIn(month)).toMatchObject({ end: "2031-02-28", basis: "stated", reasoning: null });
    expect(dateIn({ ...month, end: "2031-02-10" })).toMatchObject({ end: "2031-02-10" });
  });
});
