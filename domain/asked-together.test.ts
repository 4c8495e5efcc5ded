import { expect, test } from "vitest";
import { askedTogether } from "./asked-together";

/** Questions that are answered by hand: each with what was true when it was asked. */
function byHand() {
  const open: { answer(): void; fail(): void }[] = [];
  const now = { truth: 1, asked: 0 };
  const ask = askedTogether(() => {
    const { truth } = now;
    now.asked++;
    return new Promise<number>((resolve, reject) =>
      open.push({ answer: () => resolve(truth), fail: () => reject(new Error("away")) }),
    );
  });
  return { open, now, ask };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test("who comes while a question is under way is told what was true after they came", async () => {
  const { open, now, ask } = byHand();
  const first = ask();
  now.truth = 2;
  const others = [ask(), ask(), ask()];
  expect(now.asked).toBe(1);
  open[0]!.answer();
  expect(await first).toBe(1);
  await turn();
  expect(now.asked).toBe(2);
  now.truth = 3;
  const late = ask();
  open[1]!.answer();
  expect(await Promise.all(others)).toEqual([2, 2, 2]);
  await turn();
  open[2]!.answer();
  expect(await late).toBe(3);
  expect(now.asked).toBe(3);
});

test("a question that fails fails for those who asked it, and the next is asked all the same", async () => {
  const { open, ask } = byHand();
  const first = ask();
  const second = ask();
  open[0]!.fail();
  await expect(first).rejects.toThrow("away");
  await turn();
  open[1]!.answer();
  expect(await second).toBe(1);
  const third = ask();
  open[2]!.answer();
  expect(await third).toBe(1);
});
