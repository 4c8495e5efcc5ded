import { z } from "zod";

/** A place in a sorted list, as it travels in an address: right after, or right before, a row. */
export type Cursor = { readonly direction: "after" | "before"; readonly key: string; readonly id: string };

const parts = z.tuple([z.string().max(200), z.string().regex(/^[0-9a-z]{1,20}$/)]);

/** `["2025-02-13","936vk6e1"]` in base64url: opaque, so that nobody builds on its form. */
export const writeCursor = ({ key, id }: Cursor): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify([key, id]))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** Reads `after=` or `before=`; `"unreadable"` for one that was tampered with or belongs to another sort. */
export function readCursor(
  params: URLSearchParams,
  isKey: (key: string) => boolean,
): Cursor | null | "unreadable" {
  for (const direction of ["after", "before"] as const) {
    const text = params.get(direction);
    if (!text) continue;
    const [key, id] = decode(text) ?? [];
    return key !== undefined && id !== undefined && isKey(key) ? { direction, key, id } : "unreadable";
  }
  return null;
}

function decode(text: string): [string, string] | null {
  if (!/^[\w-]{1,400}$/.test(text)) return null;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) =>
      char.charCodeAt(0),
    );
    return parts.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch (error) {
    if (
      error instanceof SyntaxError ||
      error instanceof TypeError ||
      error instanceof z.ZodError ||
      error instanceof DOMException
    )
      return null;
    throw error;
  }
}
