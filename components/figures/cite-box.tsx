import { getTranslations } from "next-intl/server";
import { citationStyles } from "@/domain/export/options";
import type { Locale } from "@/domain/vocabulary";
import { CiteChoice } from "./cite-choice";

type Props = {
  /** What is cited, as its address ends: `collection`, `metrics/…`, `figures/…`. */
  of: string;
  revision: number;
  locale: Locale;
};

const names = {
  apa: "APA",
  chicago: "Chicago",
  bibtex: "BibTeX",
  ris: "RIS",
  "csl-json": "CSL-JSON",
} as const;

/** How to cite what is above, at the revision in view: a link for each style, and with script its text to copy. */
export async function CiteBox({ of, revision, locale }: Props) {
  const t = await getTranslations("downloads");
  const styles = citationStyles.map((style) => ({
    name: names[style],
    href: `/api/v1/citations/${of}?as_of=${revision}&lang=${locale}&style=${style}`,
  }));
  const words = { copy: t("copy"), copied: t("copied"), failed: t("large.failed") };
  return (
    <div className="cite-box secondary">
      {t("cite")} <CiteChoice styles={styles} words={words} />
    </div>
  );
}
