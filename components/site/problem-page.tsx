import { getTranslations } from "next-intl/server";
import type { Locale } from "@/domain/vocabulary";

const statuses = ["400", "404", "500", "503"] as const;
export type ProblemStatus = (typeof statuses)[number];

/** Any other number is a page that does not exist. */
export const problemStatus = (word: string): ProblemStatus =>
  statuses.find((status) => status === word) ?? "404";

/** What may be otherwise in a moment. */
const mayPass: readonly ProblemStatus[] = ["500", "503"];
/** An empty link leads to the address that was asked for, whose place the page takes. */
const here = "";

/** What went wrong, in words, and the way back. */
export async function ProblemPage({ status, locale }: { status: ProblemStatus; locale: Locale }) {
  const t = await getTranslations("problem");
  return (
    <section className="problem">
      <h1>{t(`${status}.title`)}</h1>
      <p>{t(`${status}.text`)}</p>
      <p className="ways-on">
        {mayPass.includes(status) && <a href={here}>{t("again")}</a>}
        <a href={`/${locale}`}>{t("home")}</a>
      </p>
    </section>
  );
}
