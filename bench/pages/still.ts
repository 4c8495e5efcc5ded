import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../shared/site";

/** Something that serves the same bytes as files, and, where it is nginx, the site through the cache of docs/deploy. */
export type Still = {
  readonly name: string;
  /** Puts bytes under a name. @returns their address */
  put(name: string, body: Buffer): string;
  /** Where the site is behind the proxy that keeps pages; null where there is none. */
  readonly proxy: string | null;
  stop(): Promise<void>;
};

/** nginx where it is installed, else a bare server of Node, which is said in the results. */
export async function serveStill(folder: string, sitePort: number): Promise<Still> {
  const found = spawnSync("nginx", ["-v"], { encoding: "utf8" });
  return found.error ? serveFromMemory() : serveByNginx(folder, sitePort, found.stderr.trim());
}

async function serveFromMemory(): Promise<Still> {
  const files = new Map<string, Buffer>();
  const port = await freePort();
  const server = createServer((request, response) => response.end(files.get(request.url ?? "")));
  await new Promise<void>((resolve) => server.listen(port, "localhost", resolve));
  return {
    name: `Node ${process.version}, from memory`,
    put(name, body) {
      files.set(`/${name}`, body);
      return `http://localhost:${port}/${name}`;
    },
    proxy: null,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function serveByNginx(folder: string, sitePort: number, name: string): Promise<Still> {
  const [stillPort, proxyPort] = [await freePort(), await freePort()];
  const files = path.join(folder, "files");
  mkdirSync(files, { recursive: true, mode: 0o755 });
  const config = path.join(folder, "nginx.conf");
  writeFileSync(config, wholeConfig(folder, files, { stillPort, proxyPort, sitePort }));
  const child = spawn("nginx", ["-c", config, "-p", folder, "-g", "daemon off;"], {
    stdio: ["ignore", "ignore", "ignore"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  while (!existsSync(path.join(folder, "nginx.pid"))) {
    if (child.exitCode !== null) throw new Error(`nginx did not start: nginx -t -c ${config}`);
    await pause(50);
  }
  return {
    name,
    put(file, body) {
      writeFileSync(path.join(files, file), body);
      return `http://127.0.0.1:${stillPort}/${file}`;
    },
    proxy: `http://127.0.0.1:${proxyPort}`,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Ports = { readonly stillPort: number; readonly proxyPort: number; readonly sitePort: number };

/** The file that the guide tells to use, without TLS and on ports of our own: what is measured is what is told. */
function wholeConfig(folder: string, files: string, { stillPort, proxyPort, sitePort }: Ports): string {
  const told = readFileSync("docs/deploy/nginx.conf", "utf8");
  const ours = told
    .replace(/server \{\s+listen 80;[^}]*\}/, "")
    .replace("listen 443 ssl http2;", `listen 127.0.0.1:${proxyPort};`)
    .replace(/^ *ssl_certificate.*\n/gm, "")
    .replace("/var/cache/nginx/verbatim", path.join(folder, "kept"))
    .replace("server 127.0.0.1:3000;", `server localhost:${sitePort};`)
    // Whoever asks is someone else each time, as `ask` says: of one client the API would soon refuse more.
    .replaceAll(/(X-Forwarded-For +)\$remote_addr;/g, "$1$http_x_forwarded_for;");
  return `worker_processes 1;
pid ${path.join(folder, "nginx.pid")};
error_log ${path.join(folder, "error.log")};
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 1024; }
http {
    include /etc/nginx/mime.types;
    access_log off;
    server { listen 127.0.0.1:${stillPort}; root ${files}; }
${ours}
}
`;
}
