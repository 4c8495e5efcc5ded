import type { Span } from "@/domain/extract/proposal";
import { trimmed } from "./choose-words";
import type { SuggestionId } from "./reading";

/** Moves the focus to a number and brings it into sight. */
export function showNumber(id: SuggestionId | null): void {
  const mark = id === null ? null : document.getElementById(`n${id}`);
  mark?.focus({ preventScroll: true });
  mark?.scrollIntoView({ block: "nearest" });
}

/** Whether a number is seen whole, above the bar. */
export function isInSight(id: SuggestionId): boolean {
  const box = document.getElementById(`n${id}`)?.getBoundingClientRect();
  const bar = document.querySelector(".reading-bar")?.getBoundingClientRect();
  return (
    box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= (bar?.top ?? window.innerHeight)
  );
}

/** What is selected in the article, as a span of its text; null where nothing is, or the selection leaves the line. */
export function selectedSpan(text: string): Span | null {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const node = range.commonAncestorContainer;
  const line = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-start]");
  if (!line) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = Number(line.dataset.start) + before.toString().length;
  return trimmed(text, { start, end: start + range.toString().length });
}
