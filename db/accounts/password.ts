import { hash, verify } from "@node-rs/argon2";

/** argon2id, with more memory than OWASP's least (19 MiB, 2 passes): about 50 ms of one core. */
const cost = { algorithm: 2, memoryCost: 32 * 1024, timeCost: 3, parallelism: 1 };

/** The argon2id hash of a password, with its salt and cost in it. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), cost);

export const verifyPassword = (hashed: string, password: string): Promise<boolean> =>
  verify(hashed, password.normalize("NFC"));
