import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** What an embedded database keeps in its data folder. */
export function filesIn(dataDir: string) {
  return {
    cluster: path.join(dataDir, "database"),
    lock: path.join(dataDir, "database.lock"),
    log: path.join(dataDir, "database.log"),
    /** Space set aside for a full disk. */
    reserve: path.join(dataDir, "database.reserve"),
    /** Folder of the sockets, or a link to it where the path would be too long for a socket. */
    sockets: path.join(dataDir, "sockets"),
  };
}

/** The name PostgreSQL clients look for in a socket folder, for port 5432. */
export const postgresSocket = (folder: string) => path.join(folder, ".s.PGSQL.5432");
export const controlSocket = (folder: string) => path.join(folder, "control");

/** A socket's path may hold 107 bytes on Linux, and 103 on macOS. */
const longestPath = 103;

/** The socket folder of a data folder that some server has used before, or null. */
export function findSocketFolder(dataDir: string): string | null {
  const { sockets } = filesIn(dataDir);
  // The comments keep the site's bundler from taking the whole project along as data files.
  if (!existsSync(/* turbopackIgnore: true */ sockets)) return null;
  return ownFolder(realpathSync(/* turbopackIgnore: true */ sockets));
}

/** Makes the socket folder, open to nobody but us: whoever can reach a socket may read and write everything. */
export function makeSocketFolder(dataDir: string): string {
  const { sockets } = filesIn(dataDir);
  // An older link may lead to what a reboot has cleared away.
  if (lstatSync(sockets, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(sockets);
  if (Buffer.byteLength(postgresSocket(sockets)) <= longestPath) {
    mkdirSync(sockets, { recursive: true, mode: 0o700 });
    return ownFolder(sockets);
  }
  const name = createHash("sha256").update(realpathSync(dataDir)).digest("hex").slice(0, 16);
  const elsewhere = path.join(tmpdir(), `verbatim-${name}`);
  mkdirSync(elsewhere, { recursive: true, mode: 0o700 });
  // The link tells later processes the place, whatever their own temporary folder is.
  rmSync(sockets, { recursive: true, force: true });
  symlinkSync(ownFolder(elsewhere), sockets);
  return elsewhere;
}

/** Makes the data folder, closed to other users: PGlite writes its files readable by all. */
export function makeDataFolder(dataDir: string): void {
  if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (!statSync(dataDir).isDirectory()) throw new Error(`DATA_DIR ${dataDir} is not a folder.`);
}

/** A folder under /tmp could have been put there by someone else to listen in. */
function ownFolder(folder: string): string {
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Error(`${folder} belongs to someone else, so the database will not open its sockets there.`);
  }
  if (found.mode & 0o077) chmodSync(folder, 0o700);
  return folder;
}
