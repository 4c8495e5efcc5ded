import { redirect } from "next/navigation";
import { cache } from "react";
import type { Editor } from "@/domain/permission";
import { authOf, requestHeaders } from "./auth";

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

/** The editor of the request at hand, for pages and actions; null when nobody is signed in. */
export const currentEditor = cache(async (): Promise<SignedIn | null> => editorOf(await requestHeaders()));

/**
 * The editor of the request at hand; whoever is not signed in is sent to sign in. What they may do is asked by each
 * mutation, and what they may see by the proxy.
 */
export async function requireEditor(): Promise<SignedIn> {
  return (await currentEditor()) ?? redirect("/sign-in");
}
