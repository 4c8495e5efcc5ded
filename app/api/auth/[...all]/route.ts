/**
 * better-auth is a library here: none of its endpoints is open. People sign in by the form of /sign-in, and whatever
 * is asked for under its usual address does not exist, by any method.
 */
function nothing(): Response {
  return Response.json(
    { type: "about:blank", title: "Not Found", status: 404, detail: "There is nothing at this address." },
    { status: 404, headers: { "Content-Type": "application/problem+json" } },
  );
}

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
