import said from "./every-answer.json";

/** No page of ours stands in another's frame, save those made for it. */
export const mayBeFramed = (address: string): boolean => address.startsWith("/embed/");

/** What Next says with every answer at an address (next.config.js), for those it is not asked for. */
export const everyAnswer = (address: string): Readonly<Record<string, string>> =>
  mayBeFramed(address) ? said.all : { ...said.all, ...said.unframed };
