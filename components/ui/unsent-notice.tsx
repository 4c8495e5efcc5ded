"use client";

import { useEffect, useState } from "react";
import type { Locale } from "@/domain/vocabulary";
import { problemWords } from "@/messages/problem-words";
import { onUntold, type Untold } from "./use-kept-action";

/** Says of a form that had no answer whether it was sent, and that it is still there. */
export function UnsentNotice({ locale }: { locale: Locale }) {
  const [untold, setUntold] = useState<Untold | null>(null);
  useEffect(() => onUntold(setUntold), []);
  const words = problemWords[locale];
  return (
    <div className="unsent-notice" role="alert">
      {untold && <p>{untold === "unsent" ? `${words.unsent.text} ${words.unsent.again}` : words[untold]}</p>}
    </div>
  );
}
