import type { Day } from "@/domain/figure";

/** The one place where pages ask the clock. */
export const now = (): Date => new Date();

/** Today in UTC. */
export const today = (): Day => now().toISOString().slice(0, 10);
