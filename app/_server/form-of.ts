import { notFound } from "next/navigation";

/** The form an action is sent. Only a call made up by hand has none, or says who knows what: it finds nothing. */
export function formOf(form: unknown): FormData {
  if (!(form instanceof FormData)) notFound();
  return form;
}
