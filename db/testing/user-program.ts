/** A process that uses the embedded database of a folder: runs each line it is given as SQL and prints the rows. */
import { createInterface } from "node:readline";
import postgres from "postgres";
import { openEmbedded } from "../embedded/ensure";

const server = await openEmbedded(process.argv[2]!);
const sql = postgres({ host: server.socketDir, port: 5432, user: "postgres", max: 1, onnotice: () => {} });
console.log(JSON.stringify({ server: server.pid() }));
for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await sql.unsafe(line).catch((error) => ({ error: error.message }))));
}
