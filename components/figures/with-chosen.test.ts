import { expect, test } from "vitest";
import { withChosen } from "./with-chosen";

const options = [["ukraine", "Ukraine"]] as const;

test("a choice among the options changes nothing, nor does none", () => {
  for (const chosen of ["ukraine", "", null, undefined]) expect(withChosen(options, chosen)).toBe(options);
});

test("a choice that keeps nothing is still offered, by its name where there is one", () => {
  const known = [["oleksandr-syrskyi", "Oleksandr Syrskyi"]] as const;
  expect(withChosen(options, "oleksandr-syrskyi", known)).toEqual([...options, known[0]]);
  expect(withChosen(options, "nobody", known)).toEqual([...options, ["nobody", "nobody"]]);
});
