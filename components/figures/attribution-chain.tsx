import { getTranslations } from "next-intl/server";
import type { Agent, AttributionLink } from "@/domain/figure";
import type { Language, Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { Filled } from "../ui/filled";

type Props = {
  attribution: readonly AttributionLink[];
  unattributed: boolean;
  /** Language of the words as printed. */
  lang: Language | undefined;
  locale: Locale;
};

/** Whether the printed words are the agent's name in some form, so that saying them again tells nothing. */
function namesAlike(asPrinted: string, { name, inSentence }: Agent): boolean {
  const plain = asPrinted.toLowerCase().replaceAll("'", "’");
  return [name.fr, name.en, inSentence?.fr, inSentence?.en].some((form) => form?.toLowerCase() === plain);
}

/** Who says so, who passed it on, who printed it, in this order; never blank. */
export async function AttributionChain({ attribution, unattributed, lang, locale }: Props) {
  const t = await getTranslations();
  return (
    <ol className="chain">
      {unattributed && <li className="unattributed">{t("figure.unattributed")}</li>}
      {attribution.map(({ role, agent, asPrinted }) => (
        <li key={`${role} ${agent.slug}`}>
          <span className="role">{t(`role.${role}`)}</span>{" "}
          <span className="agent">{agent.inSentence?.[locale] ?? agent.name[locale]}</span>
          {asPrinted !== null && !namesAlike(asPrinted, agent) && (
            <span className="as-printed">
              {" ("}
              <Filled
                template={messagesOf(locale).figure.printedAs}
                holes={{ words: <span lang={lang}>{asPrinted}</span> }}
              />
              )
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
