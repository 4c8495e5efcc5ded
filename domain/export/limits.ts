/**
 * How much one client address may ask for in a minute, all at once if it likes: more than a person or an honest script
 * wants, less than what keeps others waiting. A drawing is a page or a picture that has to be drawn, for nobody has asked
 * for it since something was published.
 */
export const perMinute = { requests: 1200, downloads: 600, drawings: 1200 } as const;

/** Figures a script may hand in at once, and bytes of what it sends. */
export const perDelivery = { rows: 10_000, bytes: 8_000_000, perMinute: 30 } as const;
