import { describe, expect, test } from "vitest";
import { idsOf, isDraft } from "./reading";
import { suggestion } from "./reading.fixture";
import { readingReducer } from "./reading-reducer";
import {
  cardOf,
  countLeft,
  type ReadingEvent,
  type ReadingState,
  standingOf,
  startReading,
  toldStanding,
} from "./reading-state";

const article = [
  suggestion(1),
  suggestion(2, "other"),
  suggestion(3),
  suggestion(4, "masked"),
  suggestion(5),
  suggestion(6),
];
const play = (state: ReadingState, ...events: ReadingEvent[]) => events.reduce(readingReducer, state);
const start = () => startReading(article, {});
const accepted = (id: number) => ({ id, outcome: { kind: "accepted", figure: `figure-${id}` } }) as const;

describe("going through an article", () => {
  test("begins at the first suggestion left", () => {
    expect(start().focus).toBe(1);
    expect(startReading(article, { 1: { kind: "rejected" } }).focus).toBe(3);
    const masked = { ...suggestion(1), id: 0, mark: "masked" } as const;
    expect(startReading([masked, suggestion(3)], { 3: { kind: "rejected" } }).focus).toBe(3);
    expect(countLeft(start())).toBe(4);
  });

  test("next and previous visit what is left, and stop at the ends", () => {
    const third = play(start(), { type: "move", by: 1 });
    expect(third.focus).toBe(3);
    expect(play(third, { type: "move", by: -1 }).focus).toBe(1);
    const end = play(start(), { type: "focus", id: 6 }, { type: "move", by: 1 });
    expect(end.focus).toBe(6);
    expect(end.said.what).toBe("nothing");
    expect(play(start(), { type: "move", by: -1 }).focus).toBe(1);
  });

  test("every number can be visited too", () => {
    const steps: ReadingEvent[] = [1, 1, 1].map(() => ({ type: "move", by: 1, every: true }));
    expect(play(start(), ...steps).focus).toBe(4);
  });

  test("what is decided is passed over", () => {
    const state = play(start(), { type: "focus", id: 3 }, { type: "reject" }, { type: "focus", id: 1 });
    expect(play(state, { type: "move", by: 1 }).focus).toBe(5);
  });

  test("an empty article has no focus and no key does harm", () => {
    const empty = startReading([], {});
    const state = play(
      empty,
      { type: "move", by: 1 },
      { type: "reject" },
      { type: "same" },
      { type: "undo" },
      { type: "apply", scope: "article" },
      { type: "accept", ids: [] },
    );
    expect(state.queue).toEqual([]);
    expect(state.focus).toBeNull();
  });
});

describe("deciding", () => {
  test("accepting asks the server, says so, and goes on", () => {
    const state = play(start(), { type: "accept", ids: [1] });
    expect(standingOf(state, 1)).toBe("accepting");
    expect(state.focus).toBe(3);
    expect(countLeft(state)).toBe(3);
    expect(state.said.what).not.toBe("saved");
  });

  test("it is saved once the server said so", () => {
    const state = play(
      start(),
      { type: "accept", ids: [1] },
      { type: "answered", key: 1, answers: [accepted(1)] },
    );
    expect(standingOf(state, 1)).toBe("accepted");
    expect(state.said).toMatchObject({ what: "saved", id: 1, count: 1 });
    expect(state.queue).toEqual([]);
  });

  test("a burst of keys is queued in order and none is lost", () => {
    const state = play(
      start(),
      { type: "accept", ids: [1] },
      { type: "accept", ids: [3] },
      { type: "reject" },
      { type: "accept", ids: [6] },
    );
    expect(state.queue.map(({ key, kind }) => `${key} ${kind}`)).toEqual([
      "1 accept",
      "2 accept",
      "3 reject",
      "4 accept",
    ]);
    expect(standingOf(state, 5)).toBe("rejecting");
    expect(countLeft(state)).toBe(0);
  });

  test("the same key twice asks once", () => {
    const state = play(start(), { type: "accept", ids: [1] }, { type: "accept", ids: [1] });
    expect(state.queue).toHaveLength(1);
  });

  test("the card is sent as it was at the key press", () => {
    const state = play(
      start(),
      { type: "edit", id: 1, card: { value: "13" } },
      { type: "accept", ids: [1] },
      { type: "edit", id: 1, card: { value: "14" } },
    );
    const [operation] = state.queue;
    expect(operation).toMatchObject({ figures: [{ id: 1, card: { value: "13", unit: "drone" } }] });
    expect(cardOf(state, 1).value).toBe("13");
  });

  test("after the last one the focus goes round to what was passed over", () => {
    const state = play(start(), { type: "focus", id: 6 }, { type: "accept", ids: [6] });
    expect(state.focus).toBe(1);
  });

  test("a refusal gives the suggestion back with the reason, and leaves the others alone", () => {
    const reason = { kind: "invalid", fields: { unit: ["is not allowed"] } } as const;
    const state = play(
      start(),
      { type: "accept", ids: [1, 3] },
      { type: "answered", key: 1, answers: [accepted(1), { id: 3, reason }] },
    );
    expect(standingOf(state, 1)).toBe("accepted");
    expect(standingOf(state, 3)).toBe("pending");
    expect(state.failures[3]).toEqual(reason);
    expect(state.said).toMatchObject({ what: "refused", id: 3, count: 1 });
  });

  test("editing what was refused clears the reason", () => {
    const refused = play(
      start(),
      { type: "accept", ids: [1] },
      { type: "answered", key: 1, answers: [{ id: 1, reason: { kind: "conflict" } }] },
      { type: "edit", id: 1, card: { value: "9" } },
    );
    expect(refused.failures).toEqual({});
  });

  test("while the server does not answer, everything waits and nothing counts as saved", () => {
    const state = play(
      start(),
      { type: "accept", ids: [1] },
      { type: "accept", ids: [3] },
      { type: "lost", signedOut: false },
      { type: "lost", signedOut: false },
    );
    expect(state.line).toBe("waiting");
    expect(state.said).toMatchObject({ what: "waiting", n: 1 });
    expect(state.queue.map(({ key }) => key)).toEqual([1, 2]);
    const again = play(state, { type: "answered", key: 1, answers: [accepted(1)] });
    expect(again.line).toBe("open");
    expect(standingOf(again, 3)).toBe("accepting");
  });

  test("an answer nobody waits for changes nothing", () => {
    const state = start();
    expect(play(state, { type: "answered", key: 9, answers: [accepted(1)] })).toBe(state);
  });
});

describe("undo", () => {
  test("takes back what the server has not heard of without asking it", () => {
    const state = play(start(), { type: "accept", ids: [1] }, { type: "accept", ids: [3] }, { type: "undo" });
    expect(state.queue.map(({ key }) => key)).toEqual([1]);
    expect(standingOf(state, 3)).toBe("pending");
    expect(state.focus).toBe(3);
  });

  test("asks the server to take back what it was told, in order", () => {
    const state = play(start(), { type: "accept", ids: [1] }, { type: "undo" });
    expect(state.queue.map(({ kind }) => kind)).toEqual(["accept", "undo"]);
    expect(standingOf(state, 1)).toBe("undoing");
    expect(state.focus).toBe(1);
    const done = play(
      state,
      { type: "answered", key: 1, answers: [accepted(1)] },
      { type: "answered", key: 2, answers: [{ id: 1, outcome: { kind: "pending" } }] },
    );
    expect(standingOf(done, 1)).toBe("pending");
    expect(done.said.what).toBe("undone");
  });

  test("what is being taken back can be taken again", () => {
    const state = play(start(), { type: "accept", ids: [1] }, { type: "undo" }, { type: "accept", ids: [1] });
    expect(state.queue.map(({ kind }) => kind)).toEqual(["accept", "undo", "accept"]);
    expect(standingOf(state, 1)).toBe("accepting");
  });

  test("goes back decision by decision, then says there is nothing", () => {
    const state = play(
      start(),
      { type: "accept", ids: [1] },
      { type: "answered", key: 1, answers: [accepted(1)] },
      { type: "reject" },
      { type: "answered", key: 2, answers: [{ id: 3, outcome: { kind: "rejected" } }] },
      { type: "undo" },
      { type: "undo" },
    );
    expect(state.queue.map((one) => (one.kind === "undo" ? one.ids : []))).toEqual([[3], [1]]);
    expect(play(state, { type: "undo" }).said.what).toBe("nothing");
  });

  test("of a refused accept is dropped: there is nothing to take back", () => {
    const state = play(
      start(),
      { type: "accept", ids: [1] },
      { type: "undo" },
      { type: "answered", key: 1, answers: [{ id: 1, reason: { kind: "conflict" } }] },
    );
    expect(state.queue).toEqual([]);
    expect(standingOf(state, 1)).toBe("pending");
  });

  test("of many passes over the one that was refused", () => {
    const state = play(
      start(),
      { type: "accept", ids: [1, 3] },
      { type: "answered", key: 1, answers: [accepted(1), { id: 3, reason: { kind: "conflict" } }] },
      { type: "undo" },
    );
    expect(state.queue[0]).toMatchObject({ kind: "undo", ids: [1] });
  });

  test("brings the edits back with the suggestion", () => {
    const state = play(
      start(),
      { type: "edit", id: 1, card: { place: "quay" } },
      { type: "accept", ids: [1] },
      { type: "answered", key: 1, answers: [accepted(1)] },
      { type: "undo" },
    );
    expect(cardOf(state, 1).place).toBe("quay");
  });
});

describe("the same claim as the previous", () => {
  test("names the figure taken last", () => {
    const state = play(start(), { type: "accept", ids: [1] }, { type: "same" });
    expect(state.queue[1]).toMatchObject({ kind: "same", as: 1, figures: [{ id: 3 }] });
    expect(state.focus).toBe(5);
  });

  test("or one that is named, taken long ago", () => {
    const state = play(start(), { type: "accept", ids: [1] }, { type: "same", figure: "0123abcd" });
    expect(state.queue[1]).toMatchObject({ kind: "same", as: "0123abcd", figures: [{ id: 3 }] });
  });

  test("asks nothing where there is none", () => {
    const state = play(start(), { type: "same" });
    expect(state.queue).toEqual([]);
    expect(state.said.what).toBe("nothing");
  });

  test("falls with the figure it rests on, and so does what rests on it", () => {
    const state = play(
      start(),
      { type: "accept", ids: [1] },
      { type: "same" },
      { type: "same" },
      { type: "answered", key: 1, answers: [{ id: 1, reason: { kind: "conflict" } }] },
    );
    expect(state.queue).toEqual([]);
    expect(state.failures).toMatchObject({
      1: { kind: "conflict" },
      3: { kind: "depends" },
      5: { kind: "depends" },
    });
  });
});

describe("one card for several", () => {
  const speaker = [{ role: "claimed_by", agent: "coast-guard", asPrinted: null }] as const;

  test("claimant and dates go to the rest of the sentence", () => {
    const two = startReading([suggestion(1), suggestion(2), suggestion(3)], {});
    const state = play(
      two,
      { type: "edit", id: 1, card: { attribution: speaker, value: "99" } },
      { type: "apply", scope: "sentence" },
    );
    expect(cardOf(state, 2)).toMatchObject({ attribution: speaker, value: "12" });
    expect(cardOf(state, 3).attribution).not.toEqual(speaker);
    expect(state.said).toMatchObject({ what: "applied", count: 1 });
  });

  test("or of the article, but never to what is decided or not proposed", () => {
    const state = play(
      start(),
      { type: "focus", id: 3 },
      { type: "reject" },
      { type: "focus", id: 1 },
      { type: "edit", id: 1, card: { attribution: speaker } },
      { type: "apply", scope: "article" },
    );
    expect([2, 3, 5, 6].map((id) => cardOf(state, id).attribution === speaker)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

test("an agent named once is known wherever the same words are printed", () => {
  const unknown = { role: "claimed_by", agent: null, asPrinted: "the keeper" } as const;
  const named = (id: number) => suggestion(id, "confident", { attribution: [unknown] });
  const state = play(startReading([named(1), named(2), suggestion(3)], { 2: { kind: "rejected" } }), {
    type: "know",
    words: "the keeper",
    agent: "lighthouse-keeper",
  });
  expect([1, 2, 3].map((id) => cardOf(state, id).attribution[0]?.agent)).toEqual([
    "lighthouse-keeper",
    null,
    "harbour-office",
  ]);
});

test("signed out is not the same as no answer, and is said", () => {
  const state = play(start(), { type: "accept", ids: [1] }, { type: "lost", signedOut: true });
  expect(state.line).toBe("signed_out");
  expect(play(state, { type: "lost", signedOut: false }).said).toMatchObject({ what: "waiting", n: 2 });
});

describe("edits", () => {
  test("come back after a reload, but for what was decided meanwhile or is not there", () => {
    const edits = { card: { value: "8" }, sentence: null };
    const state = play(startReading(article, { 3: { kind: "rejected" } }), {
      type: "restore",
      edits: { 1: edits, 3: edits, 77: edits },
      queue: [],
    });
    expect(Object.keys(state.edits)).toEqual(["1"]);
  });

  test("decisions the server never heard of are asked again, in order, and only those", () => {
    const left = play(
      start(),
      { type: "accept", ids: [1] },
      { type: "accept", ids: [3] },
      { type: "reject" },
    );
    const again = play(startReading(article, { 1: { kind: "accepted", figure: "0123abcd" } }), {
      type: "restore",
      edits: {},
      queue: [...left.queue, { key: 9, kind: "reject", ids: [77] }],
    });
    expect(again.queue.map((one) => `${one.kind} ${idsOf(one)}`)).toEqual(["accept 3", "reject 5"]);
    expect(again.focus).toBe(6);
    expect(standingOf(again, 3)).toBe("accepting");
  });

  test("what was taken is told as its figure stands: a draft here, published since, or from before", () => {
    const settled = {
      1: { kind: "accepted", figure: "0123abcd", status: "published" },
      3: { kind: "accepted", figure: "0123abce", status: "draft" },
    } as const;
    const state = play(startReading(article, settled), { type: "accept", ids: [5] });
    expect([1, 3, 5, 6].map((id) => toldStanding(state, id))).toEqual([
      "published",
      "draft",
      "accepting",
      "pending",
    ]);
    expect([1, 3].map((id) => isDraft(state.settled[id]))).toEqual([false, true]);
  });

  test("a number an editor marked stands where it is in the text", () => {
    const own = { ...suggestion(4), id: -1, number: { start: 120, end: 124 } };
    const state = play(start(), { type: "add", suggestion: own });
    expect(state.order).toEqual([1, 2, 3, -1, 4, 5, 6]);
    expect(state.focus).toBe(-1);
  });
});
