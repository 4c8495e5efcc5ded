import { getTranslations } from "next-intl/server";
import type { Figure } from "@/domain/figure";
import type { PageRequest } from "./page-request";

/** The figure whose point an address means, and what is said where it is not among those shown. */
export async function readPoint({ params, more }: PageRequest, figures: readonly Figure[]) {
  const asked = params.get("point") ?? "";
  const selected = figures.find(({ id }) => id === asked) ?? null;
  if (asked === "" || selected !== null) return { selected, more };
  const t = await getTranslations("share");
  return { selected, more: [...more, t("pointGone")] };
}
