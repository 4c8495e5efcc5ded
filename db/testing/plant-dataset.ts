import { randomInt } from "node:crypto";
import type { FigureInput } from "@/domain/inputs";
import type { Editor } from "@/domain/permission";
import type { Database } from "../client";
import { recordFigure } from "../mutations/record-figure";
import { recordSource } from "../mutations/record-source";
import { setRecords } from "../mutations/set-records";
import { aDataset, aRecordMention, done, loader, on, publish, type TestDataset } from "./makers";
import { storkSource } from "./stork-sources";

/** Whose drafts, and a mark that no other test uses. */
type Wish = { readonly mark: string; readonly author?: Editor };

const wide = [...Array(44).keys()].map((number) => `extra ${number + 1}`);

/**
 * Makes on a running site a wide table of territory held, of which two figures are published and, for the author given,
 * one is a draft; and an article that says what the draft says. Other tests never see the setting turned.
 * @returns what a browser test needs to find them
 */
export async function plantDataset({ db }: Database, { mark, author }: Wish) {
  const dataset = await aDataset(db, {
    ...{ slug: `table-${mark}`, title: `Territory day by day ${mark}`, publisher: "unnamed-outlet" },
    header: ["day", "km2 held", "km2 lost", "place", "remark", "", ...wide],
    cells: [...Array(60).keys()].map((n) => [
      ...[
        `2025-04-${String((n % 30) + 1).padStart(2, "0")}`,
        String(700 + n),
        String(80 + n),
        "Kursk region",
      ],
      ...[
        n === 1 ? 'said "so", twice' : "",
        "x",
        ...wide.map((_, column) => (column % 3 ? `${n}-${column}` : "")),
      ],
    ]),
  });
  const shown = [held(dataset, 2, "700", "2025-04-01"), held(dataset, 3, "701", "2025-04-02")];
  await db.transaction(async (tx) => {
    done(await setRecords(tx, loader, { records: "published" }));
    for (const figure of shown) done(await recordFigure(tx, loader, figure));
    await publish(tx, ...shown);
    done(await setRecords(tx, loader, { records: null }));
  });
  if (author === undefined) return { dataset: dataset.slug, figures: shown.map(({ publicId }) => publicId) };
  const sentence = `Kiev tient encore 702 km² dans la région de Koursk, note le carnet ${mark}.`;
  const article = storkSource({ slug: `article-${mark}`, publisher: "unnamed-outlet", passages: [sentence] });
  done(await recordSource(db, loader, article));
  // A year of its own: the same claim twice would ask for a reason.
  const draft = held(dataset, 4, "702", `${2100 + randomInt(800)}-04-03`);
  done(await recordFigure(db, author, draft));
  const figures = shown.map(({ publicId }) => publicId);
  return { dataset: dataset.slug, figures, draft: draft.publicId, article: article.slug, sentence };
}

const held = (dataset: TestDataset, row: number, number: string, day: string): FigureInput => ({
  ...{ publicId: newId(), metric: "territory-held", subject: "ukraine", place: null, unit: "km2" },
  ...{ value: number, low: null, high: null, comparator: "=", cue: null, statistic: "point", per: null },
  ...{ modality: "claimed", hearsay: false, period: on(day), reportedOn: on(day), rank: "normal" },
  ...{ supersedes: null, note: null },
  mentions: [
    aRecordMention(dataset, row, number, {
      attribution: [{ role: "claimed_by", agent: "ukraine", asPrinted: null }],
    }),
  ],
});

const letters = "0123456789abcdefghjkmnpqrstvwxyz";
const newId = () => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("");
