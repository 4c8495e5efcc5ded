"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";
import { keepTyped, keptForm, sameTyped, takeTyped } from "./kept-form";

/**
 * Keeps what is typed into a form in the browser, so that a reload, a sign-out or a restart of the server loses
 * nothing, and puts it back when the page opens. What the form was filled from is put back with it: a save that has
 * become stale meanwhile is merged, never written over. `saved` changes when the server has taken it.
 */
export function useKeptForm(form: RefObject<HTMLFormElement | null>, name: string, saved: unknown) {
  const [restored, setRestored] = useState(false);
  const forget = useCallback(() => keepTyped(localStorage, name, null), [name]);

  useEffect(() => {
    const element = form.current;
    if (element === null) return;
    const kept = takeTyped(localStorage, name);
    if (kept !== null && !sameTyped(kept, keptForm(new FormData(element)))) {
      putBack(element, kept);
      setRestored(true);
    } else forget();
    element.dataset.ready = "on"; // from here on nothing typed is lost
    const keep = () => keepTyped(localStorage, name, keptForm(new FormData(element)));
    element.addEventListener("input", keep);
    return () => element.removeEventListener("input", keep);
  }, [form, name, forget]);

  useEffect(() => {
    if (saved === 0) return; // nothing was sent yet
    forget();
    setRestored(false);
  }, [saved, forget]);

  return { restored, forget };
}

function putBack(form: HTMLFormElement, kept: Readonly<Record<string, string>>): void {
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && (element.type === "checkbox" || element.type === "radio"))
      element.checked = kept[element.name] === element.value;
    else if (
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
    ) {
      const value = kept[element.name];
      if (value !== undefined) element.value = value;
    }
  }
}
