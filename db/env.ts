import path from "node:path";
import { z } from "zod";
import type { TlsRule } from "./tls";

/** Where the site, the commands and the tests stand: the folder of package.json. */
export const projectRoot = process.cwd();

/** Where the build of the site puts programs that it makes one file of each (bin/apart-programs.ts). */
export const builtPrograms = path.join(/* turbopackIgnore: true */ projectRoot, ".next/apart");

/** Which database to use: a PostgreSQL address, or else a folder for the embedded server. */
export type DatabaseEnv = {
  databaseUrl?: string;
  dataDir: string;
  /** Copies of that PostgreSQL that follow it, which readers are answered from. */
  replicaUrls?: readonly string[];
  /** The same database for whoever owns its tables, where the site itself may not change them. */
  ownerUrl?: string;
  /** How all of these are talked to; by TLS where they are elsewhere, unless said otherwise. */
  tls?: TlsRule;
};

type Variables = Record<string, string | undefined>;

const filled = (value: string | undefined) => value?.trim() || undefined;

const looksLike = "must look like postgres://user:password@host:5432/name";

const demands = { required: "always", off: "never" } as const satisfies Record<string, TlsRule["demanded"]>;

const databaseVariables = z.object({
  DATABASE_URL: z
    .string()
    .optional()
    .transform(filled)
    .refine((url) => url === undefined || isPostgresUrl(url), {
      error: `${looksLike}, or be empty to use the embedded database`,
    }),
  DATABASE_OWNER_URL: z
    .string()
    .optional()
    .transform(filled)
    .refine((url) => url === undefined || isPostgresUrl(url), { error: `${looksLike}, or be empty` }),
  DATABASE_REPLICA_URLS: z
    .string()
    .optional()
    .transform((urls) => (urls ?? "").split(",").flatMap((url) => filled(url) ?? []))
    .refine((urls) => urls.every(isPostgresUrl), {
      error: `${looksLike}, several of them with commas between them, or be empty`,
    }),
  DATABASE_TLS: z
    .string()
    .optional()
    .transform(filled)
    .refine((said) => said === undefined || Object.hasOwn(demands, said), {
      error: "must be required or off, or be empty: then it is required of a database on another machine",
    }),
  DATABASE_CA: z.string().optional().transform(filled),
  DATA_DIR: z
    .string()
    .optional()
    .transform((folder) => path.resolve(/* turbopackIgnore: true */ projectRoot, filled(folder) ?? ".data")),
});

/** Reads what the environment says about the database; throws one sentence naming the variable at fault. */
export function readDatabaseEnv(env: Variables = process.env): DatabaseEnv {
  const read = databaseVariables.safeParse(env);
  if (!read.success) {
    const issue = read.error.issues[0]!;
    throw new Error(`${issue.path.join(".")} ${issue.message}.`);
  }
  const { DATABASE_URL: databaseUrl, DATABASE_REPLICA_URLS: replicaUrls, DATA_DIR: dataDir } = read.data;
  if (databaseUrl === undefined && replicaUrls.length > 0)
    throw new Error("DATABASE_REPLICA_URLS needs DATABASE_URL, the database they follow.");
  const { DATABASE_OWNER_URL: ownerUrl } = read.data;
  if (databaseUrl === undefined && ownerUrl !== undefined)
    throw new Error("DATABASE_OWNER_URL needs DATABASE_URL, by which the site uses the same database.");
  const tls = tlsRule(read.data);
  return {
    databaseUrl,
    dataDir,
    ...(replicaUrls.length > 0 && { replicaUrls }),
    ...(ownerUrl !== undefined && { ownerUrl }),
    ...(tls && { tls }),
  };
}

function tlsRule({ DATABASE_TLS: said, DATABASE_CA: ca }: z.infer<typeof databaseVariables>): TlsRule | null {
  if (said === undefined && ca === undefined) return null;
  const demanded = said === undefined ? "elsewhere" : demands[said as keyof typeof demands]; // read above
  return { demanded, ...(ca !== undefined && { ca }) };
}

/** True inside `next build`, where there is no database to ask. */
export function isSiteBuild(env: Variables = process.env): boolean {
  return env.NEXT_PHASE === "phase-production-build";
}

/** Our environment for a program of our own, without NODE_OPTIONS: a debugger's port, say, is for us alone. */
export function environmentForChildren(env: Variables = process.env): NodeJS.ProcessEnv {
  return { ...env, NODE_OPTIONS: "" } as unknown as NodeJS.ProcessEnv;
}

function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:\/\/[^/]/.test(url) && URL.canParse(url);
}
