import { createHash } from "node:crypto";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { twoFactor } from "better-auth/plugins";
import { longestPassword, shortestPassword } from "@/domain/account";
import { roles } from "@/domain/permission";
import type { Db } from "../client";
import { maySignIn } from "../queries/may-sign-in";
import { credentials, sessions, twoFactors, verifications } from "../schema/accounts";
import { editors } from "../schema/editors";
import { hashTokens } from "./hash-tokens";
import { hashPassword, verifyPassword } from "./password";

const day = 24 * 60 * 60;
/** How long an unused sign-in lasts. That none outlives thirty days is the database's word. */
export const sessionSeconds = 7 * day;

export type AuthOptions = {
  readonly secret: string;
  /** Those before it, the newest first. */
  readonly former?: readonly string[];
  /** Whether the browser came by https: its cookies are then bound to that and to this host. */
  readonly secure: boolean;
  /** The request header that holds the client's address, as the server saw it. */
  readonly clientHeader: string;
};

export const cookiePrefix = (secure: boolean): string => (secure ? "__Host-verbatim" : "verbatim");

/**
 * better-auth on our tables: email and password, and a second factor. A library here and no more: none of its
 * endpoints is mounted, so whatever it does has been asked for by our own code.
 */
export function createAuth(db: Db, { secret, former = [], secure, clientHeader }: AuthOptions) {
  const editorId = { userId: "editorId" };
  const adapter = drizzleAdapter(db as unknown as Parameters<typeof drizzleAdapter>[0], {
    provider: "pg",
    schema: {
      user: editors,
      session: sessions,
      account: credentials,
      verification: verifications,
      twoFactor: twoFactors,
    },
  });
  return betterAuth({
    appName: "Verbatim",
    baseURL: "http://localhost", // nothing is served under it
    // What is encrypted names its secret; what was before it did so, by the oldest that is known.
    secrets: [secret, ...former].map((value) => ({ version: versionOf(value), value })),
    secret: former.at(-1) ?? secret,
    database: (options: BetterAuthOptions) => hashTokens(adapter(options)),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: 4 * longestPassword, // it counts UTF-16 units
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    user: {
      additionalFields: {
        role: { type: [...roles], input: false, required: true },
        disabledAt: { type: "date", input: false, required: false },
      },
    },
    session: { fields: editorId, expiresIn: sessionSeconds, updateAge: day },
    account: { fields: editorId },
    verification: { storeIdentifier: "hashed" },
    plugins: [twoFactor({ issuer: "Verbatim", schema: { twoFactor: { fields: editorId } } })],
    databaseHooks: {
      session: {
        // Refused here, so that a disabled account gets the answer a wrong password gets; the database refuses it too.
        create: { before: async ({ userId }) => ((await maySignIn(db, userId)) ? undefined : false) },
      },
    },
    rateLimit: { enabled: false }, // ours counts in the database, by account and by client
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      useSecureCookies: false, // __Host- is the stricter prefix
      cookiePrefix: cookiePrefix(secure),
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [clientHeader] },
      database: { validateSchema: false },
    },
  });
}

/** A number for a secret that tells nothing of it, and is the same whichever others there are. */
const versionOf = (secret: string): number =>
  createHash("sha256").update(`version\n${secret}`).digest().readUIntBE(0, 6);

export type Auth = ReturnType<typeof createAuth>;
