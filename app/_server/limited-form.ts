/** A body went past its limit. */
export class TooLarge extends Error {}

/** A browser that still sends when it is answered never shows the answer: so much more is let pass unread first. */
const mostPassed = 1_000_000_000;

async function letPass(body: Request["body"]): Promise<void> {
  let passed = 0;
  for await (const chunk of body ?? []) {
    passed += (chunk as Uint8Array).byteLength;
    if (passed > mostPassed) return;
  }
}

/**
 * The form of a request, of at most `most` bytes. What is longer is not read to its end: the sender is cut off there.
 * @param from a browser's form, where it says it is longer, is let pass, and nothing of it kept
 * @throws {TooLarge} where it is longer
 */
export async function readLimitedForm(
  request: Request,
  most: number,
  from: "browser" | "script",
): Promise<FormData> {
  const stated = Number(request.headers.get("content-length") ?? 0);
  if (stated > most) {
    if (from === "browser" && stated <= mostPassed) await letPass(request.body);
    throw new TooLarge();
  }
  const type = request.headers.get("content-type") ?? "";
  let read = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      read += chunk.byteLength;
      if (read > most) controller.error(new TooLarge());
      else controller.enqueue(chunk);
    },
  });
  const body = (request.body ?? new Blob([]).stream()).pipeThrough(counted);
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch (error) {
    if (read > most) throw new TooLarge(); // the parser has wrapped it in an error of its own
    throw error;
  }
}
