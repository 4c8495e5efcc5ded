import { Agent } from "node:http";
import { ask } from "./ask";

/** How many connections whoever floods the site keeps busy. */
const connections = 50;

/** Asks a site for pages that nobody has asked for yet until it is told to stop, and prints how it was answered. */
async function flood(site: string): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const statuses: Record<number, number> = {};
  process.once("SIGTERM", () => {
    process.stdout.write(JSON.stringify(statuses), () => process.exit(0));
  });
  const one = async (connection: number) => {
    for (let turn = 0; ; turn++) {
      const address = `${site}/en/figures?q=${connection}x${turn}x${Math.random()}`;
      const { status } = await ask(address, "10.6.6.6", agent);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => one(connection)));
}

await flood(process.argv[2]!);
