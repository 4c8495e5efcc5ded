import { getTranslations } from "next-intl/server";
import type { ListedToken } from "@/domain/token";
import type { Locale } from "@/domain/vocabulary";
import { dayWords } from "./day-words";

type Props = {
  tokens: readonly ListedToken[];
  locale: Locale;
  action: (form: FormData) => Promise<void>;
};

/** One's tokens that still open something: what each is for, when it was last used, and the way to end it. */
export async function MyTokens({ tokens, locale, action }: Props) {
  const t = await getTranslations("accounts.tokens");
  const on = (moment: Date) => ({ date: dayWords(moment, locale) });
  return (
    <ul className="places">
      {tokens.map(({ id, name, hint, createdAt, expiresAt, lastUsedAt }) => (
        <li key={id}>
          <span>
            {name} <code>{hint}…</code>
            <span className="secondary">
              {[
                t("made", on(createdAt)),
                lastUsedAt ? t("used", on(lastUsedAt)) : t("unused"),
                expiresAt ? t("until", on(expiresAt)) : t("forever"),
              ].join(", ")}
            </span>
          </span>
          <form action={action}>
            <input type="hidden" name="token" value={id} />
            <button className="quiet" type="submit">
              {t("revoke")}
              <span className="visually-hidden"> {name}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
