import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { DeskFrame } from "@/components/admin/accounts/desk-frame";
import { chooseLanguage, signOut } from "./desk-actions";
import { currentPerson } from "./editor";

/** The frame of the desk around a page: who is signed in, the ways on, and the way out. */
export async function FramedDesk({ children }: { children: ReactNode }) {
  return (
    <DeskFrame
      locale={await getLocale()}
      path={(await headers()).get("x-desk-path") ?? "/admin"}
      editor={await currentPerson()}
      signOut={signOut}
      chooseLanguage={chooseLanguage}
    >
      {children}
    </DeskFrame>
  );
}
