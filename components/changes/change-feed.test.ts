import { describe, expect, test } from "vitest";
import type { ChangeGroup, Publish } from "@/domain/change";
import { correction, state } from "@/domain/change.fixture";
import { day } from "@/domain/chart/figures.fixture";
import { locales } from "@/domain/vocabulary";
import { feedEntries } from "./change-feed";

const at = new Date("2031-05-05T10:00:00Z");
const publishOf = (...groups: ChangeGroup[]): Publish => ({ revision: 4, at, groups });
const placeIn = (locale: (typeof locales)[number]) => ({
  locale,
  site: "https://example.org",
  idOfChange: (_: Publish, id: string) => `urn:x:${id}`,
  idOfGroup: (_: Publish, group: ChangeGroup) => `urn:x:${group.kind}`,
  allOf: () => "https://example.org/all",
});

describe("a change in a feed", () => {
  test.each(locales)("says its kind, what differs, why, and its sentence: %s", (locale) => {
    const group = { kind: "correction", count: 1, changes: [correction()] } as const;
    const [entry] = feedEntries([publishOf(group)], placeIn(locale));
    const kept = {
      fr: ["13\u00a0février 2025 → 12\u00a0février 2025", "Raison\u00a0: We misread the day"],
      en: ["13\u00a0February 2025 → 12\u00a0February 2025", "Why: We misread the day"],
    }[locale];
    for (const words of [...kept, "… 500 …"]) expect(entry!.summary).toContain(words);
    expect(entry!.title).toMatch(/^Correction – /);
    expect(entry!.url).toBe(`https://example.org/${locale}/figures/936vk6e1?as_of=4`);
    expect(entry!.content.xml).toContain('<blockquote lang="fr">… <mark>500</mark> …</blockquote>');
    expect(entry!.content.xml).toContain("<del>");
    for (const asOf of [3, 4]) expect(entry!.content.xml).toContain(`?as_of=${asOf}"`);
  });

  test("two dates that read alike are told with the reasons behind them", () => {
    const reasoned = (why: string) => ({ ...day("2025-02-13", "inferred"), reasoning: { fr: why, en: why } });
    const change = correction({
      before: state({ period: reasoned("By the weather") }),
      after: state({ period: reasoned("By the moon") }),
    });
    const group = { kind: "correction", count: 1, changes: [change] } as const;
    const [entry] = feedEntries([publishOf(group)], placeIn("en"));
    expect(entry!.summary).toMatch(/By the weather → .*By the moon/);
  });

  test("many of a kind are one entry, and leave the correction beside them its own", () => {
    const first = correction({ kind: "first", before: null, reason: null });
    const entries = feedEntries(
      [
        publishOf(
          { kind: "correction", count: 1, changes: [correction()] },
          { kind: "first", count: 500, changes: [first] },
        ),
      ],
      placeIn("en"),
    );
    expect(entries.map(({ id, title }) => `${id} ${title.slice(0, 14)}`)).toEqual([
      "urn:x:936vk6e1 Correction – T",
      "urn:x:first 500 new figure",
    ]);
    expect(entries[1]!.url).toBe("https://example.org/all");
  });
});
