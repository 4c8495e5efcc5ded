import { subscribe } from "node:diagnostics_channel";
import { type RefusedLeave, refusals } from "@/db/mutations/leave";
import { log } from "./log";

const shared = globalThis as { verbatimRefusals?: true };

/** Begins to write down what editors may not do and tried. Once per process, before the first answer. */
export function noteRefusals(): void {
  if (shared.verbatimRefusals) return;
  shared.verbatimRefusals = true;
  subscribe(refusals.name, (refused) => log("warn", "an editor was refused", refused as RefusedLeave));
}
