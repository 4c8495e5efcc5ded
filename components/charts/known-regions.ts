/** The parts of a page that another day changes, by name: the server marks them, and no script of ours lives in them. */
const regions = (page: Document) =>
  new Map(
    [...page.querySelectorAll<HTMLElement>("[data-known]")]
      .filter((part) => part.parentElement?.closest("[data-known]") === null) // what lies in a part goes with it
      .map((part) => [part.dataset.known, part]),
  );

const MOST_KEPT = 12;
const kept = new Map<string, Promise<Document>>();

/** The page at an address, fetched once while it may be wanted again. Rejects where it cannot be had. */
export function fetchKnown(href: string): Promise<Document> {
  const before = kept.get(href);
  if (before) return before;
  const fetched = fetchPage(href);
  kept.set(href, fetched);
  fetched.catch(() => kept.delete(href));
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return fetched;
}

async function fetchPage(href: string): Promise<Document> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`The page answered ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/** Lets all that gives this page away (links, texts, pictures) be of the state at an address. Rejects where it cannot be had. */
export const followAddress = (href: string): Promise<void> => fetchPage(href).then(follow);

/** Puts the parts of a fetched page in the place of ours; false where it has not the same ones. */
export function showKnown(fetched: Document): boolean {
  const [ours, theirs] = [regions(document), regions(fetched)];
  if (ours.size !== theirs.size || [...ours.keys()].some((name) => !theirs.has(name))) return false;
  const before = pointsOf(document);
  for (const [name, part] of ours) {
    const fresh = [...theirs.get(name)!.childNodes].map((node) => document.importNode(node, true));
    part.replaceChildren(...fresh);
  }
  follow(fetched);
  const links = [...fetched.querySelectorAll<HTMLAnchorElement>("a[hreflang]")];
  for (const [index, link] of document.querySelectorAll<HTMLAnchorElement>("a[hreflang]").entries())
    link.href = links[index]?.getAttribute("href") ?? link.href;
  // What had not been reported before is shown where it went: by a short glow, or not at all where no motion is wanted.
  for (const point of document.querySelectorAll<SVGElement>("svg[data-chart] a[data-figure]"))
    if (!before.has(point.dataset.figure)) point.classList.add("chart-new");
  return true;
}

/**
 * Parts that hold script of ours keep their elements: their links, counts and data take over what those of the fetched
 * page say, and whoever shows a text of its own is told (`followKnown`).
 */
function follow(fetched: Document): void {
  const theirs = fetched.querySelectorAll<HTMLElement>("[data-follows]");
  for (const [index, ours] of document.querySelectorAll<HTMLElement>("[data-follows]").entries()) {
    const fresh = theirs[index];
    if (fresh === undefined) continue;
    for (const { name, value } of fresh.attributes)
      if (name === "href" || name.startsWith("data-")) ours.setAttribute(name, value);
    if (ours.dataset.follows === "text") ours.textContent = fresh.textContent;
  }
  document.dispatchEvent(new CustomEvent<Document>(moved, { detail: fetched }));
}

const moved = "verbatim-known";

/** Calls back with the page of another day when its parts are shown; returns how to stop. */
export function followKnown(told: (fetched: Document) => void): () => void {
  const listen = (event: Event) => told((event as CustomEvent<Document>).detail); // dispatched above, by nobody else
  document.addEventListener(moved, listen);
  return () => document.removeEventListener(moved, listen);
}

const pointsOf = (page: Document) =>
  new Set(
    [...page.querySelectorAll<SVGElement>("svg[data-chart] a[data-figure]")].map(
      ({ dataset }) => dataset.figure,
    ),
  );
