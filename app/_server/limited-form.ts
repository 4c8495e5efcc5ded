/** The body went past the limit, or ended before its end: there is no form. */
export class Overlong extends Error {}

/**
 * The form of a request, of at most `most` bytes. What is longer is not read to its end: the sender is cut off there.
 * @throws {Overlong} where it is longer
 */
export async function readLimitedForm(request: Request, most: number): Promise<FormData> {
  const stated = Number(request.headers.get("content-length") ?? 0);
  if (stated > most) throw new Overlong();
  const type = request.headers.get("content-type") ?? "";
  let read = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      read += chunk.byteLength;
      if (read > most) controller.error(new Overlong());
      else controller.enqueue(chunk);
    },
  });
  const body = (request.body ?? new Blob([]).stream()).pipeThrough(counted);
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch (error) {
    if (read > most) throw new Overlong(); // the parser has wrapped it in an error of its own
    throw error;
  }
}
