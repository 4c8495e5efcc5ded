import { redirect } from "next/navigation";
import { cache } from "react";
import type { Editor } from "@/domain/permission";
import { authOf, requestHeaders } from "./auth";
import { secondStepRequired } from "./site-env";

/** Whoever is signed in. */
export type SignedIn = Editor & {
  readonly name: string;
  readonly email: string;
  readonly twoFactor: boolean;
  readonly sessionId: string;
};

/** The editor a request comes from; null when nobody is signed in. Sessions and roles are read anew each time. */
export async function editorOf(headers: Headers): Promise<SignedIn | null> {
  const auth = await authOf(headers);
  const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  return found === null ? null : signedIn(found);
}

type Found = NonNullable<Awaited<ReturnType<Awaited<ReturnType<typeof authOf>>["api"]["getSession"]>>>;

export function signedIn({ user, session }: Found): SignedIn | null {
  const { id, role, name, email, twoFactorEnabled, disabledAt } = user;
  if (disabledAt || role === "system") return null; // the database lets neither have a session
  return { id, role, name, email, twoFactor: twoFactorEnabled === true, sessionId: session.id };
}

/** Who is signed in at the request at hand, if anyone: may be someone who owes a second step, and may do nothing yet. */
export const currentPerson = cache(async (): Promise<SignedIn | null> => editorOf(await requestHeaders()));

/** Whether the site asks a second step of someone who has none. */
export const owesSecondStep = ({ twoFactor }: SignedIn): boolean => !twoFactor && secondStepRequired();

/** The editor of the request at hand, for pages and actions; null when nobody is signed in, or a second step is owed. */
export async function currentEditor(): Promise<SignedIn | null> {
  const person = await currentPerson();
  return person === null || owesSecondStep(person) ? null : person;
}

/** Whoever is signed in, for what they do with their own account; anyone else is sent to sign in. */
export async function requirePerson(): Promise<SignedIn> {
  return (await currentPerson()) ?? redirect("/sign-in");
}

/**
 * The editor of the request at hand; whoever is not signed in is sent to sign in, and whoever owes a second step to
 * switch it on. What they may do is asked by each mutation, and what they may see by the proxy.
 */
export async function requireEditor(): Promise<SignedIn> {
  const person = await requirePerson();
  return owesSecondStep(person) ? redirect("/admin/account") : person;
}
