import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeForm } from "@/components/admin/accounts/code-form";
import { SignInForm } from "@/components/admin/accounts/sign-in-form";
import { anyoneInvited } from "@/db/queries/list-editors";
import { pathAfterSignIn } from "@/domain/account";
import { reader } from "../_server/database";
import { currentPerson } from "../_server/editor";
import { tryCode, trySignIn } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.signIn"))("title") };
}

/** The door of the desk; where nobody has an account yet, the one command that makes the first. */
export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, step } = await searchParams;
  const path = pathAfterSignIn([next].flat()[0]);
  if (await currentPerson()) redirect(path);
  if (!(await anyoneInvited(await reader()))) return <First />;
  return step === "code" ? <SecondStep next={path} /> : <FirstStep next={path} />;
}

async function FirstStep({ next }: { next: string }) {
  const t = await getTranslations("accounts.signIn");
  const words = { email: t("email"), password: t("password"), submit: t("submit") };
  return (
    <section className="door">
      <h1>{t("title")}</h1>
      <p>{t("what")}</p>
      <SignInForm action={trySignIn} next={next} words={words} />
      <p className="secondary">{t("lost")}</p>
    </section>
  );
}

async function SecondStep({ next }: { next: string }) {
  const t = await getTranslations("accounts.code");
  return (
    <section className="door">
      <h1>{t("title")}</h1>
      <p>{t("what")}</p>
      <CodeForm action={tryCode} next={next} words={{ label: t("label"), submit: t("submit") }} />
      <p className="secondary">
        <a href="/sign-in">{t("again")}</a>
      </p>
    </section>
  );
}

async function First() {
  const t = await getTranslations("accounts.first");
  return (
    <section className="door">
      <h1>{t("title")}</h1>
      <p>{t("what")}</p>
      <pre>
        <code>npm run user -- add you@example.org --role admin</code>
      </pre>
      <p>{t("then")}</p>
    </section>
  );
}
