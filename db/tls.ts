import { readFileSync } from "node:fs";
import { isIP } from "node:net";

/** When a PostgreSQL is talked to by TLS alone: where it is on another machine, always, or as its address says. */
export type TlsRule = {
  readonly demanded: "elsewhere" | "always" | "never";
  /** A file with the certificates of who may vouch for it; without one, those that Node knows. */
  readonly ca?: string;
};

/** What the driver is told, which is more than `sslmode=require`: that checks no certificate. */
export type TlsOptions = {
  readonly rejectUnauthorized: true;
  readonly ca?: string;
  readonly host?: string;
  readonly servername?: string;
};

/** How the server at an address is talked to: undefined where its address may say so itself. @throws where the file of `ca` cannot be read */
export function tlsFor(url: string, { demanded, ca }: TlsRule = { demanded: "elsewhere" }) {
  const hosts = hostsIn(url);
  const isDemanded = demanded === "always" || (demanded === "elsewhere" && !hosts.every(isHere));
  if (!isDemanded && !/[?&]sslmode=verify-/.test(url)) return undefined;
  const [host = ""] = hosts;
  return {
    rejectUnauthorized: true,
    ...(ca !== undefined && { ca: readFileSync(ca, "utf8") }),
    // By which name its certificate must call it; that of a bare address is not sent to it.
    ...(isIP(host) ? { host } : { servername: host }),
  } as const satisfies TlsOptions;
}

function hostsIn(url: string): string[] {
  const { hostname } = new URL(url);
  const named = decodeURIComponent(hostname) || process.env.PGHOST || "localhost";
  return named.split(",").map((host) => host.replace(/^\[(.*)\]$/, "$1"));
}

/** Nobody listens in between on a socket in the file system, and on the loopback only who may read our memory too. */
const isHere = (host: string) => host.startsWith("/") || /^(localhost|127(\.\d+){3}|::1)$/.test(host);
