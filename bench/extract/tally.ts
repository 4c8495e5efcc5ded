/** Counts over the cases of a set. Values, comparators and claimants are judged of what was found only. */
export type Tally = {
  /** What had to be found, and how many of these were. */
  readonly wanted: number;
  readonly found: number;
  /** Found, and neither had to be nor does harm. */
  readonly optional: number;
  /** Found where nothing is labelled. */
  readonly extra: number;
  readonly values: Count;
  readonly comparators: Count;
  readonly claimants: Claimants;
};
export type Count = { readonly judged: number; readonly right: number };
/** `empty` is a claimant left out: an editor fills it in. Only `wrong` misleads. */
export type Claimants = { readonly right: number; readonly empty: number; readonly wrong: number };

export const emptyTally: Tally = {
  wanted: 0,
  found: 0,
  optional: 0,
  extra: 0,
  values: { judged: 0, right: 0 },
  comparators: { judged: 0, right: 0 },
  claimants: { right: 0, empty: 0, wrong: 0 },
};

export const addTally = (a: Tally, b: Tally): Tally => ({
  wanted: a.wanted + b.wanted,
  found: a.found + b.found,
  optional: a.optional + b.optional,
  extra: a.extra + b.extra,
  values: addCount(a.values, b.values),
  comparators: addCount(a.comparators, b.comparators),
  claimants: {
    right: a.claimants.right + b.claimants.right,
    empty: a.claimants.empty + b.claimants.empty,
    wrong: a.claimants.wrong + b.claimants.wrong,
  },
});

const addCount = (a: Count, b: Count): Count => ({ judged: a.judged + b.judged, right: a.right + b.right });
