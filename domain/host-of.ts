/** What a reader knows an address by; the whole of it where it is none. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
