import { createHash } from "node:crypto";
import type { ReactNode } from "react";
import { stills } from "./still-store";
import { toMarkup } from "./to-markup";

/** Names of what was drawn of an object before: charts that are remembered need not be written again. */
const known = new WeakMap<object, Map<string, string>>();

/**
 * Writes a drawing once and returns the name `Still` shows it by.
 * @param of the object it is drawn from; `variety` tells apart what else it depends on
 */
export function keepStill(of: object, variety: string, draw: () => ReactNode): string {
  const before = known.get(of) ?? new Map<string, string>();
  known.set(of, before);
  const id = before.get(variety);
  if (id !== undefined && stills().get(id) !== undefined) return id;
  const markup = toMarkup(draw());
  const name = createHash("sha256").update(markup).digest("base64url").slice(0, 22);
  stills().set(name, markup, markup.length);
  before.set(variety, name);
  return name;
}
