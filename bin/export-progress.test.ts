import { expect, test } from "vitest";
import { counted } from "./export-progress";

async function* pieces(count: number) {
  for (let i = 0; i < count; i++) yield new Uint8Array(1_000_000);
}

async function shown(isTTY: boolean) {
  const [total, said]: [{ bytes: number }, string[]] = [{ bytes: 0 }, []];
  let clock = 0;
  const screen = { isTTY, write: (words: string) => said.push(words) };
  for await (const _piece of counted(pieces(5), total, screen, () => clock)) clock += 150;
  return { total, said };
}

test("a terminal is told now and then how far it is, and the line is cleared at the end", async () => {
  const { total, said } = await shown(true);
  expect(total.bytes).toBe(5_000_000);
  expect(said).toEqual(["\r\x1b[K3.0 MB written, 10.0 MB/s", "\r\x1b[K5.0 MB written, 8.3 MB/s", "\r\x1b[K"]);
});

test("what is no terminal is told nothing", async () => {
  expect(await shown(false)).toEqual({ total: { bytes: 5_000_000 }, said: [] });
});
