import type { DateClaimInput } from "@/domain/inputs";

type DateColumns<Prefix extends string> = {
  [Part in "Start" | "End" | "ReasoningFr" | "ReasoningEn" as `${Prefix}${Part}`]: string | null;
} & Record<`${Prefix}Precision`, DateClaimInput["precision"]> &
  Record<`${Prefix}Basis`, DateClaimInput["basis"]>;

/** Lays a date claim out into its columns: `period` gives `periodStart`, `periodEnd` and so on. */
export function dateColumns<Prefix extends string>(
  prefix: Prefix,
  claim: DateClaimInput,
): DateColumns<Prefix> {
  return {
    [`${prefix}Start`]: claim.start,
    [`${prefix}End`]: claim.end ?? claim.start,
    [`${prefix}Precision`]: claim.precision,
    [`${prefix}Basis`]: claim.basis,
    [`${prefix}ReasoningFr`]: claim.reasoning?.fr ?? null,
    [`${prefix}ReasoningEn`]: claim.reasoning?.en ?? null,
  } as DateColumns<Prefix>; // the six keys of the type, spelt with a computed prefix
}
