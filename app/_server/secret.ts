import { readSecret } from "@/db/accounts/secret";
import { dataDir } from "./site-env";

const shared = globalThis as { verbatimSecret?: string };

/** The secret of this site, read once. */
export function secret(): string {
  shared.verbatimSecret ??= readSecret(dataDir());
  return shared.verbatimSecret;
}
