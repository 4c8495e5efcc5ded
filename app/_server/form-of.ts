import { notFound } from "next/navigation";
import { z } from "zod";

/** The form an action is sent. Only a call made up by hand has none, or says who knows what: it finds nothing. */
export function formOf(form: unknown): FormData {
  if (!(form instanceof FormData)) notFound();
  return form;
}

/** What a page of ours binds to its action, or hands back as it was given: made up by hand it may be anything, and finds nothing. */
export function boundAs<T>(schema: z.ZodType<T>, bound: unknown): T {
  const read = schema.safeParse(bound);
  return read.success ? read.data : notFound();
}

/** Of a form's state that comes back with the next try, how many there were: nothing else in it is believed. */
export const tried = z.object({ tries: z.int().nonnegative() });
