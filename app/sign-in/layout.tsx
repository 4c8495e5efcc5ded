import type { ReactNode } from "react";
import { DeskDocument, deskMetadata, deskViewport } from "../_server/desk-document";
import { FramedDesk } from "../_server/desk-frame";

export const viewport = deskViewport;
export const generateMetadata = deskMetadata;

export default function SignInLayout({ children }: { children: ReactNode }) {
  return (
    <DeskDocument>
      <FramedDesk>{children}</FramedDesk>
    </DeskDocument>
  );
}
