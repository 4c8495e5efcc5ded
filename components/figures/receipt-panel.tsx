"use client";

import { useEffect, useRef, useState } from "react";

type Props = { closeWord: string; openWord: string; copyWord: string; copiedWord: string };

/**
 * Opens the receipt of a point in a panel beside the chart instead of leaving the page. The panel shows the receipt
 * of the permanent page itself, so there is one receipt; where it cannot be had, the link is followed as usual.
 */
export function ReceiptPanel({ closeWord, openWord, copyWord, copiedWord }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [href, setHref] = useState<string | null>(null);

  useEffect(() => {
    let presses = 0;
    const open = async (event: MouseEvent) => {
      const link = linkOf(event);
      if (link === null) return;
      event.preventDefault();
      document.documentElement.dataset.busy = "";
      const press = ++presses;
      const receipt = await fetchReceipt(link.href);
      if (press !== presses) return; // another point was pressed meanwhile
      delete document.documentElement.dataset.busy;
      if (receipt === null) return location.assign(link.href);
      place.current?.replaceChildren(receipt);
      setHref(link.href);
      mark(link.element);
      if (!dialog.current?.open) dialog.current?.showModal();
    };
    document.addEventListener("click", open);
    document.documentElement.dataset.ready = "receipt";
    return () => document.removeEventListener("click", open);
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; a click on the backdrop is one more way
    <dialog
      ref={dialog}
      className="panel"
      onClose={() => mark(null)}
      aria-labelledby="receipt-headline"
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className="panel-bar">
        {href && <a href={href}>{openWord}</a>}
        <CopyButton place={place} copyWord={copyWord} copiedWord={copiedWord} />
        <button type="button" onClick={() => dialog.current?.close()}>
          {closeWord}
        </button>
      </div>
      <div ref={place} />
    </dialog>
  );
}

function CopyButton({
  place,
  copyWord,
  copiedWord,
}: {
  place: React.RefObject<HTMLDivElement | null>;
  copyWord: string;
  copiedWord: string;
}) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const text = place.current?.querySelector(".citation")?.textContent ?? "";
    const address = place.current?.querySelector<HTMLAnchorElement>(".citation a")?.href ?? "";
    await navigator.clipboard.writeText(`${text.trim()} ${address}`);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <button type="button" onClick={copy}>
      <span aria-live="polite">{copied ? copiedWord : copyWord}</span>
    </button>
  );
}

/** The point whose receipt is open wears the highlighter, and no other; none when nothing is open. */
function mark(link: Element | null): void {
  for (const marked of document.querySelectorAll("a[data-figure][aria-current]"))
    marked.removeAttribute("aria-current");
  link?.setAttribute("aria-current", "true");
}

/** The figure link of a plain click; a click that asks for a new tab is left alone, and so are links inside the panel. */
function linkOf(event: MouseEvent): { href: string; element: Element } | null {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  )
    return null;
  const link = (event.target as Element).closest("a[data-figure]");
  if (link === null || link.closest(".figure-table")) return null;
  return { href: new URL(link.getAttribute("href") ?? "", location.href).href, element: link };
}

/** The receipt as the server wrote it, from our own site only; null where it cannot be read. */
async function fetchReceipt(href: string): Promise<Element | null> {
  try {
    const answer = await fetch(href);
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const receipt = page.getElementById("receipt");
    return receipt && document.importNode(receipt, true);
  } catch {
    return null; // the link is followed instead, and the browser says what is wrong
  }
}
