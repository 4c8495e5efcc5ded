import { useEffect, useState } from "react";
import { msToDay } from "@/domain/chart/time";
import type { ExploreProps } from "./explore-settings";
import { fetchMarks } from "./fetch-marks";
import type { ExploreView } from "./use-explore-view";

type Detail = Pick<ExploreProps, "figures" | "population">;

/** What is looked at, with the figures there are of it. */
export type Detailed = { readonly at: ExploreView; readonly detail: Detail };

/** Milliseconds for which the chart stays as it is: to draw an outline takes longer, and would be in vain. */
const patience = 400;

/**
 * The figures of the stretch in view. Those of a sparse metric are all here; of a dense one there is only an outline, so
 * that a closer look is fetched: if it does not come soon, or cannot be had, the outline is what there is to see.
 */
export function useDetail(whole: ExploreProps, asked: ExploreView): Detailed {
  const [found, setFound] = useState<{ href: string; detail: Detail } | null>(null);
  const href = whole.population ? hrefOf(whole.marksHref, asked) : null;
  useEffect(() => {
    if (href === null) return;
    let wanted = true;
    const find = (detail: Detail) => wanted && setFound({ href, detail });
    const late = setTimeout(find, patience, whole);
    fetchMarks(href)
      .then(
        ({ figures, population }) => find({ figures, population }),
        () => find(whole),
      )
      .finally(() => clearTimeout(late));
    return () => {
      wanted = false;
      clearTimeout(late);
    };
  }, [href, whole]);
  const detail = href === null ? whole : found?.href === href ? found.detail : null;
  const [seen, setSeen] = useState<Detailed>({ at: asked, detail: whole });
  if (detail !== null && (seen.at !== asked || seen.detail !== detail)) setSeen({ at: asked, detail });
  return seen;
}

function hrefOf(marks: string, { view, window: stretch }: ExploreView): string | null {
  if (stretch === null && view.hide.length === 0) return null;
  const url = new URL(marks);
  if (view.hide.length > 0) url.searchParams.set("hide", view.hide.join(","));
  if (stretch !== null) {
    url.searchParams.set("from", msToDay(stretch.from));
    url.searchParams.set("to", msToDay(stretch.to - 1));
  }
  return url.href;
}
