import { describe, expect, test } from "vitest";
import { readReviewSetting } from "./review-setting";

describe("REVIEW", () => {
  test.each([
    [undefined, null],
    ["", null],
    ["  ", null],
    ["off", "off"],
    [" OFF ", "off"],
    ["on", "on"],
  ])("as %j is read as %j", (REVIEW, setting) => {
    expect(readReviewSetting({ REVIEW })).toBe(setting);
  });

  test.each(["no", "0", "false", "of"])(
    "as %j is refused by its name: nobody loses review by a slip",
    (REVIEW) => {
      expect(() => readReviewSetting({ REVIEW })).toThrow("REVIEW must be on or off");
    },
  );
});
