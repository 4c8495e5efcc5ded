import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { Frame } from "@/components/site/frame";
import { ProblemPage, problemStatus } from "@/components/site/problem-page";
import { messagesOf } from "@/messages/messages";
import { readLocale } from "../../../_server/locale";

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/problem/[status]">): Promise<Metadata> {
  const { locale, status } = await params;
  return {
    title: messagesOf(readLocale(locale)).problem[problemStatus(status)].title,
    robots: { index: false },
  };
}

/** What a reader is shown where an address leads nowhere; the proxy rewrites to it with the right status. */
export default async function Page({ params }: PageProps<"/[locale]/problem/[status]">) {
  const { locale, status } = await params;
  setRequestLocale(readLocale(locale));
  return (
    <Frame locale={readLocale(locale)} path={null} revision={null} frozenAt={null}>
      <ProblemPage status={problemStatus(status)} locale={readLocale(locale)} />
    </Frame>
  );
}
