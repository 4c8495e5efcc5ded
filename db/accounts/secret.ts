import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeDataFolder } from "../embedded/folder";

const shortest = 32;

/**
 * The secret that signs cookies and encrypts second factors: AUTH_SECRET, or else one made at the first start and
 * kept in the data folder, readable by its owner alone. Several processes that share a folder share it.
 */
export function readSecret(dataDir: string, env: Record<string, string | undefined> = process.env): string {
  const given = env.AUTH_SECRET?.trim();
  if (given) return checked(given, "AUTH_SECRET");
  const file = path.join(/* turbopackIgnore: true */ dataDir, "auth-secret");
  return checked(readIfThere(file) ?? makeSecret(dataDir, file), file);
}

/**
 * Secrets that the site had before, the newest first: AUTH_SECRET_FORMER, with commas between. They sign and encrypt
 * nothing any more; what they did is still read.
 */
export function readFormerSecrets(env: Record<string, string | undefined> = process.env): string[] {
  const given = env.AUTH_SECRET_FORMER?.trim();
  if (!given) return [];
  return given.split(",").map((one) => checked(one.trim(), "Each secret of AUTH_SECRET_FORMER"));
}

function checked(secret: string, from: string): string {
  if (secret.length < shortest) throw new Error(`${from} must have at least ${shortest} characters.`);
  return secret;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(/* turbopackIgnore: true */ file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Written whole beside its place and then linked there: of two first starts one wins, and neither reads half of it. */
function makeSecret(dataDir: string, file: string): string {
  makeDataFolder(dataDir);
  const whole = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(whole, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  try {
    linkSync(whole, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(whole);
  }
  return readFileSync(/* turbopackIgnore: true */ file, "utf8").trim();
}
