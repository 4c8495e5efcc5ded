import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { FigureInput } from "@/domain/inputs";
import type { RepeatedSentence } from "@/domain/validate/context";
import type { Reader } from "../client";
import { anchors, figures, figureRevisions as revisions } from "../schema/figures";
import { sources, sourceVersions } from "../schema/sources";
import { type Among, spoken } from "./find-validation-context";
import { inList } from "./json-list";

type Standing = RepeatedSentence & { readonly source: string; readonly sentenceStart: number };

/** As many as are ever named. */
const most = 20;

/** Which figures stand in which words, to find those that stand in the same words elsewhere. */
export class RepeatedWords {
  readonly #byWords = new Map<string, Standing[]>();

  /** Reads which figures of the database stand in the words of these. */
  static async open(db: Reader, inputs: readonly FigureInput[], among: Among, except: ReadonlySet<string>) {
    const words = new RepeatedWords();
    const asked = new Set(inputs.flatMap((input) => sentencesOf(input).map(({ sentence }) => sentence)));
    const rows = await db
      .select({
        publicId: figures.publicId,
        sentence: anchors.sentence,
        numberText: anchors.numberText,
        source: sources.slug,
        sentenceStart: anchors.sentenceStart,
      })
      .from(anchors)
      .innerJoin(revisions, eq(revisions.id, anchors.revisionId))
      .innerJoin(figures, and(eq(figures.id, revisions.figureId), eq(revisions.id, spoken(among))))
      .innerJoin(sourceVersions, eq(sourceVersions.id, anchors.sourceVersionId))
      .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
      .where(and(sql`${anchors.sentence} in ${inList(asked)}`, ne(figures.status, "retracted")))
      .orderBy(asc(figures.publicId));
    for (const row of rows) if (!except.has(row.publicId)) words.#add(row);
    return words;
  }

  put(input: FigureInput): void {
    const { publicId } = input;
    for (const { sentence, numberText, source, sentenceStart } of sentencesOf(input))
      this.#add({ publicId, sentence, numberText, source, sentenceStart });
  }

  /** The same words at another place: several figures of one sentence are no repetition. */
  of(input: FigureInput): RepeatedSentence[] {
    const { publicId } = input;
    const found = new Set<Standing>();
    for (const { sentence, numberText, source, sentenceStart } of sentencesOf(input))
      for (const one of this.#byWords.get(wordsOf({ sentence, numberText })) ?? []) {
        if (found.size === most) break;
        const here = one.source === source && one.sentenceStart === sentenceStart;
        if (!here && one.publicId !== publicId) found.add(one);
      }
    return [...found].map(({ publicId: id, sentence, numberText }) => ({
      publicId: id,
      sentence,
      numberText,
    }));
  }

  #add(standing: Standing): void {
    const words = wordsOf(standing);
    const those = this.#byWords.get(words);
    if (those === undefined) this.#byWords.set(words, [standing]);
    else those.push(standing);
  }
}

/** Rows of a dataset repeat one another by nature. */
const sentencesOf = ({ mentions }: FigureInput) => mentions.filter(({ record }) => record === undefined);

const wordsOf = ({ sentence, numberText }: { sentence: string; numberText: string }) =>
  `${numberText}\n${sentence}`;
