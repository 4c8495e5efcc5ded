import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { Frame } from "@/components/site/frame";
import { ProblemPage } from "@/components/site/problem-page";
import { messagesOf } from "@/messages/messages";
import { readLocale } from "../_server/locale";

/** Of every page sent under status 404 Next takes the title from here, that of `problem/` included. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesOf(readLocale(await getLocale())).problem["404"].title };
}

/** What a page that finds nothing shows, should it ever be asked past the proxy. */
export default async function NotFound() {
  const locale = readLocale(await getLocale());
  return (
    <Frame locale={locale} path={null} revision={null} frozenAt={null}>
      <ProblemPage status="404" locale={locale} />
    </Frame>
  );
}
