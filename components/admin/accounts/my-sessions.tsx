import { getTranslations } from "next-intl/server";
import type { ListedSession } from "@/domain/account";
import type { Locale } from "@/domain/vocabulary";
import type { SessionsState } from "./account-state";
import { dayWords } from "./day-words";
import { EndSessions } from "./end-sessions";

type Props = {
  sessions: readonly ListedSession[];
  here: string;
  locale: Locale;
  action: (state: SessionsState, form: FormData) => Promise<SessionsState>;
};

/** Where one is signed in, and the way out of each. */
export async function MySessions({ sessions, here, locale, action }: Props) {
  const t = await getTranslations("accounts.account");
  const places = sessions.map(({ id, userAgent, createdAt, lastSeen }) => ({
    id,
    isHere: id === here,
    browser: browserOf(userAgent) ?? t("unknownDevice"),
    since: t("since", { date: dayWords(createdAt, locale), last: dayWords(lastSeen, locale) }),
  }));
  const words = { here: t("here"), password: t("passwordToEnd"), end: t("endSession") };
  return <EndSessions {...{ places, words, action }} />;
}

/** The browser and the system a user agent names, for people: "Firefox, Linux". */
function browserOf(userAgent: string | null): string | null {
  const first = (known: readonly [RegExp, string][]) =>
    known.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  const browser = first([
    [/Firefox\//, "Firefox"],
    [/Edg\//, "Edge"],
    [/OPR\//, "Opera"],
    [/Chrome\//, "Chrome"],
    [/Safari\//, "Safari"],
  ]);
  const system = first([
    [/Android/, "Android"],
    [/iPhone|iPad/, "iOS"],
    [/Windows/, "Windows"],
    [/Mac OS/, "macOS"],
    [/Linux/, "Linux"],
  ]);
  return [browser, system].filter(Boolean).join(", ") || null;
}
