import { getTranslations } from "next-intl/server";
import type { Chart } from "@/domain/chart/chart";
import { chartSound, writeSound } from "@/domain/chart/chart-sound";
import type { Figure } from "@/domain/figure";
import { formatDecimal } from "@/domain/format";
import type { Locale } from "@/domain/vocabulary";
import { Listen } from "./listen";
import { soundId } from "./sound-id";

type Props = { chart: Chart; figures: readonly Figure[]; locale: Locale };

/** The way to hear a chart, with who speaks in which voice; nothing where there is nothing to compare. */
export async function ListenToChart({ chart, figures, locale }: Props) {
  const t = await getTranslations("sound");
  const { tones, speakers, thinnedFrom, length } = chartSound(chart);
  if (tones.length < 2) return null;
  const names = new Map(figures.map(({ claimant }) => [claimant?.slug ?? null, claimant?.name[locale]]));
  const nobody = (await getTranslations("figures"))("unattributed");
  return (
    <details className="listen" id={soundId} data-sound={writeSound({ tones, length })}>
      <summary>{t("play")}</summary>
      <p>{t("what")}</p>
      {thinnedFrom !== null && <p>{t("thinned", { count: formatDecimal(String(thinnedFrom), locale) })}</p>}
      {speakers.length > 1 && (
        <ul>
          {speakers.map(({ claimant, voice }) => (
            <li key={claimant ?? ""}>
              {t("voices", { voice: t(`voice.${voice}`), claimant: names.get(claimant) ?? nobody })}
            </li>
          ))}
        </ul>
      )}
      <Listen words={{ play: t("play"), stop: t("stop") }} />
    </details>
  );
}
