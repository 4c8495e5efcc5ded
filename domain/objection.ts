import { z } from "zod";
import { emailInput } from "./account";
import { type Locale, locales, type ObjectionAbout, objectionAbouts } from "./vocabulary";

/** As much as a reader may write, in UTF-16 units. The boxes of the form hold no more. */
export const longest = { shouldSay: 200, words: 2000, answer: 2000, email: 254 } as const;

/** How many objections to one figure may be open at once: more say nothing new, and a flood fills no disk. */
export const mostOpen = 40;

/** No text holds U+0000, and PostgreSQL takes none. */
const written = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((words) => !words.includes("\u0000"));
const orNull = <S extends z.ZodType>(box: S) =>
  z.preprocess((value) => (typeof value === "string" && value.trim() === "" ? null : value), box.nullable());

/** What a reader may send who reads a figure differently; an empty box is nothing said. */
export const objectionInput = z.strictObject({
  publicId: z.string().regex(/^[0-9a-hjkmnp-tv-z]{8}$/),
  asOf: z.int().positive(),
  about: z.enum(objectionAbouts),
  shouldSay: orNull(written(longest.shouldSay)),
  words: written(longest.words).min(1),
  email: orNull(emailInput),
  locale: z.enum(locales),
});

/** What an editor answers: a refusal says why. */
export const objectionAnswerInput = z
  .strictObject({
    id: z.int().positive(),
    outcome: z.enum(["accepted", "declined"]),
    answer: orNull(written(longest.answer)),
  })
  .refine(({ outcome, answer }) => outcome === "accepted" || answer !== null, { path: ["answer"] });

/** An objection as it waits for an answer. */
export type OpenObjection = {
  readonly id: number;
  readonly figureId: string;
  /** The revision of the figure the reader saw, and the one readers see now. */
  readonly seen: number;
  readonly current: number;
  readonly asOf: number;
  readonly about: ObjectionAbout;
  readonly shouldSay: string | null;
  readonly words: string;
  readonly email: string | null;
  readonly locale: Locale;
  readonly createdAt: Date;
};
