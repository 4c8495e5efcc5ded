import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { keyKinds } from "@/domain/chart/chart";
import { figureColumns } from "@/domain/figure-columns";
import {
  attributionRoles,
  changeKinds,
  comparators,
  dateBases,
  datePrecisions,
  metricKinds,
  modalities,
  statistics,
} from "@/domain/vocabulary";

const method = readFileSync("docs/method.md", "utf8");

describe("the method page explains", () => {
  const lists = {
    column: figureColumns,
    mark: keyKinds,
    comparator: comparators,
    statistic: statistics,
    modality: modalities,
    role: attributionRoles,
    basis: dateBases,
    precision: datePrecisions,
    kind: metricKinds,
    change: changeKinds,
  };
  for (const [list, words] of Object.entries(lists)) {
    test.each([...words])(`every ${list}: %s`, (word) => {
      expect(method).toContain(`\`${word}\``);
    });
  }
});
