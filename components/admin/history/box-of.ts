/** A box of a form as typed: without the spaces around it; null where it is empty. */
export function boxOf(form: FormData, name: string): string | null {
  const typed = form.get(name);
  const words = typeof typed === "string" ? typed.replaceAll("\r\n", "\n").trim() : "";
  return words === "" ? null : words;
}
