/** What the API does not have, said as problem details (RFC 9457). */
export function GET(): Response {
  const problem = {
    type: "about:blank",
    title: "Not Found",
    status: 404,
    detail: "There is nothing at this address.",
  };
  return Response.json(problem, { status: 404, headers: { "Content-Type": "application/problem+json" } });
}
