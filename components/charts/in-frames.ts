/** Milliseconds of a frame that are worked in: what was drawn must be styled, laid out and painted in it as well. */
const SHARE = 3;

/**
 * Does work that comes in steps, as many at each frame as leave it time to be shown, and tells its result in the frame
 * after the last of them.
 * @returns how to stop it
 */
export function inFrames<T>(steps: Iterator<void, T>, onDone: (result: T) => void): () => void {
  let frame = 0;
  const work = () => {
    const until = performance.now() + SHARE;
    do {
      const { done, value } = steps.next();
      if (done) {
        frame = requestAnimationFrame(() => onDone(value));
        return;
      }
    } while (performance.now() < until);
    frame = requestAnimationFrame(work);
  };
  frame = requestAnimationFrame(work);
  return () => cancelAnimationFrame(frame);
}
