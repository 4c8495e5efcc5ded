import { networkAsking } from "@/app/_server/client";
import { newestRevision } from "@/app/_server/database";
import { errorFacts, log } from "@/app/_server/log";
import { awayProblem } from "@/app/_server/unsent";
import { isAway } from "@/db/away";
import { accepts, typesAt } from "./accepts";
import { addressAt, type Methods } from "./addresses";
import { askingAt, takeFromAllowance } from "./allowance";
import { failed, methodNotAllowed, notAcceptable, notFound, tooMany } from "./problem";
import { preflight } from "./public-headers";

/** Answers any request under /api/v1: who asks too often, for what is not there, or in a way it cannot be had is told so. */
export async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const seconds = takeFromAllowance(networkAsking(request.headers), askingAt(pathname));
  if (seconds > 0) return tooMany(seconds);
  const found = addressAt(pathname);
  if (found === null) return notFound();
  const { methods, parts } = found;
  const allowed = allowedBy(methods);
  if (request.method === "OPTIONS") return preflight(allowed);
  const handler = request.method === "HEAD" ? methods.GET : methods[request.method as keyof Methods];
  if (handler === undefined) return methodNotAllowed(allowed);
  if (!accepts(request.headers.get("accept"), typesAt(pathname))) return notAcceptable(typesAt(pathname));
  try {
    if (request.method === "POST") await newestRevision(); // waits no longer than is decent for a connection
    const answered = await handler(request, parts);
    return request.method === "POST" ? closed(answered) : answered;
  } catch (error) {
    if (!hasLeft(request, error))
      log("error", "the API failed", { method: request.method, path: pathname, ...errorFacts(error) });
    return isAway(error) ? awayProblem() : failed();
  }
}

/** Who leaves while waiting in line ends the wait with an error: theirs, not ours. */
const hasLeft = ({ signal }: Request, error: unknown): boolean => signal.aborted && error === signal.reason;

/** What another site's page sends is not answered to it: only reading is open. */
function closed(answered: Response): Response {
  for (const name of ["Access-Control-Allow-Origin", "Access-Control-Expose-Headers"])
    answered.headers.delete(name);
  return answered;
}

const allowedBy = ({ GET, POST }: Methods): readonly string[] => [
  ...(GET ? ["GET", "HEAD"] : []),
  ...(POST ? ["POST"] : []),
  "OPTIONS",
];
