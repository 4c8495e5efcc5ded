import { z } from "zod";
import { filters } from "./figure-query";
import { type RivalOrder, rivalOrders } from "./rivals";

/** What /compare understands beside the filters: two claimants to hold against each other, and the order. */
export const compareParameters = ["a", "b", "by"] as const;
export type CompareParameter = (typeof compareParameters)[number];

export type CompareQuery = {
  readonly a: string | null;
  readonly b: string | null;
  readonly by: RivalOrder;
};

const schemas = { a: filters.claimant, b: filters.claimant, by: z.enum(rivalOrders) };

export type CompareReading = {
  readonly compare: CompareQuery;
  readonly malformed: readonly { readonly name: CompareParameter; readonly value: string }[];
};

/** Reads the pair out of an address. One name alone is one claimant; the same twice is one as well. Never throws. */
export function readCompareQuery(params: URLSearchParams): CompareReading {
  const malformed: { name: CompareParameter; value: string }[] = [];
  const read = <Name extends CompareParameter>(name: Name): z.output<(typeof schemas)[Name]> | null => {
    const values = params.getAll(name).filter((value) => value !== "");
    if (values.length === 0) return null;
    const parsed = schemas[name].safeParse(values[0]);
    if (parsed.success && values.length === 1) return parsed.data as z.output<(typeof schemas)[Name]>; // its own schema
    malformed.push({ name, value: values.join(", ") });
    return null;
  };
  const [first, second, by] = [read("a"), read("b"), read("by")];
  const a = first ?? second;
  return { compare: { a, b: second === a ? null : second, by: by ?? "ratio" }, malformed };
}

/** The pair as parameters of an address, defaults left out. */
export function writeCompareQuery({ a, b, by }: CompareQuery): Record<string, string> {
  return {
    ...(a === null ? {} : { a }),
    ...(b === null ? {} : { b }),
    ...(by === "ratio" ? {} : { by }),
  };
}
