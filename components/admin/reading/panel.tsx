"use client";

import { type ReactNode, useEffect, useRef } from "react";

type Props = { title: string; onClose: () => void; children: ReactNode; className?: string };

/** A small window over the page. Escape closes it, and the focus goes back where it was. */
export function Panel({ title, onClose, children, className = "" }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={`desk-panel ${className}`} aria-label={title} onClose={onClose}>
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}
