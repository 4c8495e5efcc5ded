import type { Instrumentation } from "next";

/** Opens the database and readies the sign-in before the first answer. A site that cannot read its figures must not start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logConsole } = await import("./app/_server/log");
  logConsole();
  const { readyTheDoor } = await import("./app/_server/doorkeeper");
  readyTheDoor();
  const { checkDatabase } = await import("./app/_server/check-database");
  await checkDatabase();
}

/** Every error a request ends in, as one line of the log. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { errorFacts, log, loggedAddress } = await import("./app/_server/log");
  const { path, method } = request;
  const address = loggedAddress(path);
  log("error", "request failed", { method, path: address, route: context.routePath, ...errorFacts(error) });
};
