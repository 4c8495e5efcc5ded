import { getTranslations } from "next-intl/server";
import type { ListedEditor } from "@/domain/account";
import type { Locale } from "@/domain/vocabulary";
import { dayWords } from "./day-words";
import type { LinkAction } from "./link-state";
import { ManagePerson } from "./manage-person";

type Props = { people: readonly ListedEditor[]; me: string; locale: Locale; action: LinkAction };

/** Everyone with an account: who they are, whether they can come in, and what an admin may do about it. */
export async function People({ people, me, locale, action }: Props) {
  const t = await getTranslations("accounts");
  const words = {
    role: t.raw("users.roleOf") as string,
    roles: { editor: t("role.editor"), reviewer: t("role.reviewer"), admin: t("role.admin") },
    manage: t("users.manage"),
    saveRole: t("users.saveRole"),
    newLink: t("users.newLink"),
    newLinkMeaning: t("users.newLinkMeaning"),
    forget: t("users.forget"),
    forgetMeaning: t("users.forgetMeaning"),
    revoke: t("users.revoke"),
    disable: t("users.disable"),
    disableMeaning: t("users.disableMeaning"),
    enable: t("users.enable"),
    link: t.raw("users.link") as string,
    linkLabel: t("users.linkLabel"),
  };
  return (
    <ul className="people">
      {people.map((person) => (
        <li key={person.id}>
          <div>
            <h3>
              {person.name}
              {person.id === me && <span className="secondary"> ({t("users.you")})</span>}
            </h3>
            <p className="secondary">{person.email}</p>
            <p className="secondary">{stateOf(person).join(" · ")}</p>
          </div>
          <ManagePerson action={action} person={person} words={words} />
        </li>
      ))}
    </ul>
  );

  function stateOf(person: ListedEditor): string[] {
    const { state, linkUntil, twoFactor, sessions, lastSeen } = person;
    const date = linkUntil && dayWords(linkUntil, locale);
    if (state === "disabled") return [t("users.disabled")];
    if (state === "invited") return [date ? t("users.invitedUntil", { date }) : t("users.invited")];
    return [
      t("users.active"),
      ...(twoFactor ? [t("users.twoFactor")] : []),
      sessions === 0 || lastSeen === null
        ? t("users.nowhere")
        : t("users.places", { count: sessions, date: dayWords(lastSeen, locale) }),
      ...(date ? [t("users.linkUntil", { date })] : []),
    ];
  }
}
