import { takeLease } from "./lease";

/** Asks the server of a data folder to close in order, and waits until it is gone; nothing where there is none. */
export async function stopServer(dataDir: string): Promise<void> {
  const lease = await takeLease(dataDir);
  if (lease === null) return;
  if (await lease.until(({ pid }) => pid !== undefined)) process.kill(lease.server.pid!, "SIGTERM");
  await lease.gone;
}
