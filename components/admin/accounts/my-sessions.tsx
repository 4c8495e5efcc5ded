import { getTranslations } from "next-intl/server";
import type { ListedSession } from "@/domain/account";
import type { Locale } from "@/domain/vocabulary";
import { dayWords } from "./day-words";

type Props = {
  sessions: readonly ListedSession[];
  here: string;
  locale: Locale;
  action: (form: FormData) => Promise<void>;
};

/** Where one is signed in, and the way out of each. */
export async function MySessions({ sessions, here, locale, action }: Props) {
  const t = await getTranslations("accounts.account");
  return (
    <ul className="places">
      {sessions.map(({ id, userAgent, createdAt, lastSeen }) => {
        const browser = browserOf(userAgent) ?? t("unknownDevice");
        const words = { date: dayWords(createdAt, locale), last: dayWords(lastSeen, locale) };
        return (
          <li key={id}>
            <span>
              {browser}
              {id === here && ` (${t("here")})`}
              <span className="secondary">{t("since", words)}</span>
            </span>
            <form action={action}>
              <input type="hidden" name="session" value={id} />
              <button className="quiet" type="submit">
                {t("endSession")}
                <span className="visually-hidden"> {browser}</span>
              </button>
            </form>
          </li>
        );
      })}
    </ul>
  );
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
