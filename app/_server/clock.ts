import type { Day } from "@/domain/figure";

/** Today in UTC: the one place where pages ask the clock. */
export const today = (): Day => new Date().toISOString().slice(0, 10);
