import { describe, expect, test } from "vitest";
import { agent, day, figure, metric, month, unit, unknownDate } from "./chart/figures.fixture";
import type { Figure } from "./figure";
import { daysSince, lastReport, latestFigures } from "./latest-figures";

const storks = metric("storks", "stock", unit("bird", "oiseaux", "birds"), "Storks", 30);
const ministry = agent("example-ministry", "ministère de l’Exemple", "Example Ministry", 0);
const white = agent("white-storks", "cigognes blanches", "white storks", 1);
const black = agent("black-storks", "cigognes noires", "black storks", 2);

const said = (id: string, on: string, more: Partial<Figure> = {}) =>
  figure({ id, metric: storks, period: day(on), subject: white, claimant: ministry, value: "5", ...more });
const daysSinceLast = (figures: Figure[], today: string) => daysSince(lastReport(figures)!, today);
const ids = (...figures: Figure[]) => latestFigures(figures).map(({ id }) => id);

describe("the newest claim", () => {
  test("is the one reported last", () => {
    expect(ids(said("a", "2031-05-01"), said("b", "2031-05-03"), said("c", "2031-05-02"))).toEqual(["b"]);
    const late = said("late", "2031-04-01", { reportedOn: day("2031-06-01") });
    expect(ids(said("a", "2031-05-01"), late)).toEqual(["late"]);
  });

  test("is told of each subject, the newest subject first", () => {
    const figures = [
      said("w", "2031-05-01"),
      said("b", "2031-05-02", { subject: black }),
      said("n", "2031-05-03", { subject: null }),
      said("old", "2031-04-01", { subject: null }),
    ];
    expect(ids(...figures)).toEqual(["n", "b", "w"]);
  });

  test("is never superseded, retracted or a draft", () => {
    expect(
      ids(
        said("old", "2031-05-04", { supersededBy: "new" }),
        said("gone", "2031-05-03", { status: "retracted" }),
        said("draft", "2031-05-02", { status: "draft" }),
        said("stands", "2031-05-01"),
      ),
    ).toEqual(["stands"]);
    expect(ids(said("gone", "2031-05-03", { status: "retracted" }))).toEqual([]);
  });

  test("of two reported together is about the later time", () => {
    const reportedOn = day("2031-06-01");
    const earlier = said("a", "2031-05-01", { reportedOn });
    expect(ids(earlier, said("b", "2031-05-02", { reportedOn }))).toEqual(["b"]);
    expect(ids(earlier, said("m", "2031-05-02", { reportedOn, period: month("2031-05") }))).toEqual(["m"]);
    expect(ids(said("u", "2031-05-02", { reportedOn, period: unknownDate }), earlier)).toEqual(["a"]);
  });

  test("of two for the same time is the preferred, then the one that names its claimant, then by id", () => {
    const unnamed = said("a", "2031-05-01", { claimant: null });
    const named = said("b", "2031-05-01");
    expect(ids(unnamed, named)).toEqual(["b"]);
    expect(ids(named, said("c", "2031-05-01", { claimant: null, rank: "preferred" }))).toEqual(["c"]);
    expect(ids(said("d", "2031-05-01", { rank: "deprecated" }), unnamed)).toEqual(["a"]);
    expect(ids(said("e", "2031-05-01"), named)).toEqual(["b"]);
  });

  test("with a known report goes before one without", () => {
    expect(ids(said("u", "2031-05-09", { reportedOn: unknownDate }), said("k", "2031-05-01"))).toEqual(["k"]);
  });

  test("is found whatever the order, which is left as it was", () => {
    const figures = [
      said("a", "2031-05-01"),
      said("b", "2031-05-02", { subject: black }),
      said("c", "2031-05-03"),
    ];
    const order = [...figures];
    expect(latestFigures(figures)).toEqual(latestFigures([...figures].reverse()));
    expect(figures).toEqual(order);
  });
});

describe("the days since the last report", () => {
  test("are counted in whole days, over months and the change of clocks", () => {
    const figures = [said("a", "2031-03-29"), said("b", "2031-03-01")];
    expect(daysSinceLast(figures, "2031-03-29")).toBe(0);
    expect(daysSinceLast(figures, "2031-03-31")).toBe(2);
    expect(daysSinceLast(figures, "2031-05-09")).toBe(41);
  });

  test("end with a month that was reported as a whole", () => {
    expect(daysSinceLast([said("a", "2031-05-01", { reportedOn: month("2031-05") })], "2031-06-02")).toBe(2);
  });

  test("are never fewer than none, and unknown where no report has a date", () => {
    expect(daysSinceLast([said("a", "2031-05-02")], "2031-05-01")).toBe(0);
    expect(lastReport([said("a", "2031-05-01", { reportedOn: unknownDate })])).toBeNull();
    expect(lastReport([])).toBeNull();
  });
});
