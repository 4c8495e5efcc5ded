import { boxOf } from "@/components/admin/history/box-of";
import { typedDecimal } from "@/components/admin/reading/typed-decimal";
import type { Locale } from "@/domain/vocabulary";

/** What was typed into the boxes of a list's form. */
export type Boxes = {
  /** Without the spaces around it; empty where nothing was typed. */
  line(name: string): string;
  /** As it was typed. */
  raw(name: string): string;
  orNull(name: string): string | null;
  /** The lines that are not empty. */
  lines(name: string): string[];
  all(name: string): string[];
  decimal(name: string): string | null;
  /** Null for an empty box; what is no number is NaN, for the verb to refuse. */
  whole(name: string): number | null;
};

export function boxesIn(form: FormData, locale: Locale): Boxes {
  const orNull = (name: string) => boxOf(form, name);
  return {
    line: (name) => orNull(name) ?? "",
    raw: (name) => String(form.get(name) ?? "").replaceAll("\r\n", "\n"),
    orNull,
    lines: (name) =>
      (orNull(name) ?? "")
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    all: (name) => form.getAll(name).map(String),
    decimal: (name) => typedDecimal(orNull(name) ?? "", locale),
    whole: (name) => (orNull(name) === null ? null : Number(orNull(name))),
  };
}
