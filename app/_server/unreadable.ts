import type { NextRequest } from "next/server";

/**
 * Whether what a page sends can be read at all: a form, and what a page's script or a form without script calls an
 * action with. Next answers 500 to what cannot, as if the fault were ours. The request is read itself, for Next has
 * kept another copy: of a clone of it nobody reads the half, and the answer waits for five seconds.
 */
export async function isReadable(request: NextRequest): Promise<boolean> {
  const isCalled = request.headers.has("next-action");
  try {
    if (/^multipart\/form-data\b/i.test(request.headers.get("content-type") ?? ""))
      return isWhole(await request.formData(), isCalled);
    return !isCalled || isList(read(await request.text(), /^\$(?:\$|undefined$|D|0:)/));
  } catch (error) {
    // A parser throws one of these; whatever else goes wrong is no fault of the sender.
    if (error instanceof TypeError || error instanceof SyntaxError) return false;
    throw error;
  }
}

/** What React writes arguments under: "0" is the list of them, where a script calls; a form without one has its own. */
const argument = /^(?:\d+|\$ACTION_\d+:\d+)$/;

function isWhole(form: FormData, isCalled: boolean): boolean {
  for (const [name, value] of form)
    if (argument.test(name) && typeof value === "string")
      read(value, /^\$(?:\$|undefined$|D|[K@]?[0-9a-f]+(?::|$))/);
  return !isCalled || isList(read(String(form.get("0")), /^\$/));
}

/**
 * JSON whose references are of the few kinds that our pages send.
 * @throws {SyntaxError} of any other
 */
const read = (json: string, known: RegExp): unknown =>
  JSON.parse(json, (_, value) => {
    if (typeof value === "string" && value.startsWith("$") && !known.test(value))
      throw new SyntaxError("no page of ours refers to that");
    return value;
  });

const isList = (value: unknown): boolean => Array.isArray(value);
