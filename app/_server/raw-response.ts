import { thisRequest } from "./this-request";

/**
 * Says how the body of the current answer is compressed. Next takes `Content-Encoding` and `Content-Length` out of what
 * a route answers, lest it pass on those of a fetch; ours are true, so they are said to Node itself.
 * @returns whether it could be said; where not, the body must go out as it is
 */
export function sayOfBody(header: "Content-Encoding" | "Content-Length", value: string): boolean {
  const response = thisRequest()?.response;
  if (response === undefined || response.headersSent) return false;
  response.setHeader(header, value);
  return true;
}

/** Takes that back, where another answer goes out in its place. */
export function unsayOfBody(header: "Content-Encoding" | "Content-Length"): void {
  const response = thisRequest()?.response;
  if (response !== undefined && !response.headersSent) response.removeHeader(header);
}

/** How to hang up on whoever the current answer is for: an error in its body alone waits until they read on. */
export function hangUpOn(): () => void {
  const response = thisRequest()?.response;
  return () => void response?.destroy();
}
