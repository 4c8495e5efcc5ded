import { getTranslations } from "next-intl/server";
import { ReceiptPanel } from "./receipt-panel";

/** Put once on a page whose points should open their receipts beside it. */
export async function Receipts() {
  const t = await getTranslations();
  return (
    <ReceiptPanel
      closeWord={t("figure.close")}
      openWord={t("quote.open")}
      copyWord={t("figure.copy")}
      copiedWord={t("figure.copied")}
    />
  );
}
