import { headers } from "next/headers";

/** The nonce of the page at hand, as the proxy drew it. */
export const pageNonce = async (): Promise<string | undefined> =>
  (await headers()).get("x-nonce") ?? undefined;
