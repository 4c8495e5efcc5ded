import { readFormerSecrets, readSecret } from "@/db/accounts/secret";
import { dataDir } from "./site-env";

const shared = globalThis as { verbatimSecret?: string; verbatimFormer?: readonly string[] };

/** The secret of this site, read once. */
export function secret(): string {
  shared.verbatimSecret ??= readSecret(dataDir());
  return shared.verbatimSecret;
}

/** Those it had before, of which it still reads what they signed and encrypted; read once, and never the one in use. */
export function formerSecrets(): readonly string[] {
  shared.verbatimFormer ??= [...new Set(readFormerSecrets())].filter((one) => one !== secret());
  return shared.verbatimFormer;
}
