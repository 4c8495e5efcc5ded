import type { Site } from "./accounts";

/** Has something done on a running site past its pages: see db/testing/planter.ts. */
export async function plant<Planted>(work: string, { env }: Site, wish: unknown = null): Promise<Planted> {
  const address = process.env.E2E_PLANTER;
  if (!address || !env.DATA_DIR) throw new Error("Run the browser tests with: npm test -- browser");
  const answer = await fetch(`${address}/${work}`, {
    method: "POST",
    body: JSON.stringify({ site: env, wish }),
  });
  if (!answer.ok) throw new Error(`${work} failed:\n${await answer.text()}`);
  return (await answer.json()) as Planted;
}
