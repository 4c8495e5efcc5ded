import { type RefObject, useEffect, useState } from "react";
import { claimText } from "@/domain/claim-text";
import type { Figure } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { RowInLine } from "../figures/row-in-line";
import type { ChartWords } from "./chart-words";

type PreviewProps = {
  /** The drawing whose points are listened to. */
  readonly box: RefObject<HTMLElement | null>;
  readonly figures: readonly Figure[];
  readonly locale: Locale;
  readonly words: ChartWords;
};

/** The claim under the pointer and its sentence. A preview: the link itself opens the receipt. */
export function ExplorePreview({ box, figures, locale, words }: PreviewProps) {
  const id = useNoticed(box);
  const figure = id === null ? undefined : figures.find((one) => one.id === id);
  const anchor = figure?.anchor;
  return (
    <div className="chart-preview" aria-hidden="true">
      <p>{figure ? claimText(figure, locale, words) : words.explore.point}</p>
      {anchor?.record && (
        <p className="chart-sentence">
          <RowInLine anchor={anchor} words={words.row} />
        </p>
      )}
      {anchor && anchor.record === null && (
        <p className="chart-sentence" lang={anchor.sentenceLang}>
          {anchor.sentence.slice(0, anchor.numberStart)}
          <mark>{anchor.sentence.slice(anchor.numberStart, anchor.numberEnd)}</mark>
          {anchor.sentence.slice(anchor.numberEnd)}
        </p>
      )}
    </div>
  );
}

/** The claim that the pointer or the focus came to last. Nothing else is drawn anew for it. */
function useNoticed(box: PreviewProps["box"]): string | null {
  const [id, setId] = useState<string | null>(null);
  useEffect(() => {
    const drawing = box.current;
    const notice = ({ target }: Event) => {
      const point = target instanceof Element ? target.closest<SVGAElement>("a[data-figure]") : null;
      if (point) setId(point.dataset.figure ?? null);
    };
    drawing?.addEventListener("pointerover", notice);
    drawing?.addEventListener("focusin", notice);
    return () => {
      drawing?.removeEventListener("pointerover", notice);
      drawing?.removeEventListener("focusin", notice);
    };
  }, [box]);
  return id;
}
