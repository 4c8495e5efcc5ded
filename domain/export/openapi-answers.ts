import { perDelivery, perMinute } from "./limits";

const header = (description: string, schema: object = { type: "string" }) => ({ description, schema });

/** What every answer says beside its body, by name. */
export const headers = {
  "X-Row-Count": header("How many rows follow: known before the first.", { type: "integer" }),
  "X-Revision": header("The revision of the collection that is answered from.", { type: "integer" }),
  ETag: header("The same for the same bytes: send it back in If-None-Match."),
  "Last-Modified": header("When that revision was published."),
  "Content-Disposition": header("The name of the file."),
  Link: header('Where the next page is: <…>; rel="next".'),
  "Retry-After": header("Seconds to wait before asking again.", { type: "integer" }),
  "WWW-Authenticate": header("What a request without a good token lacks (RFC 6750)."),
  "Access-Control-Allow-Origin": header("*: any page may read."),
} as const;

export type HeaderName = keyof typeof headers;

export const referToHeaders = (names: readonly HeaderName[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

const problem = (description: string, names: readonly HeaderName[] = []) => ({
  description,
  ...(names.length > 0 ? { headers: referToHeaders(names) } : {}),
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

/** Why there may be no answer, each once, by status. */
export const refusals = {
  "304": {
    name: "NotModified",
    response: { description: "You have it already (If-None-Match, If-Modified-Since)." },
  },
  "400": {
    name: "BadRequest",
    response: problem("A parameter is not known or cannot be read: invalid names it and says why."),
  },
  "401": {
    name: "Unauthorized",
    response: problem("There is no token, or it opens nothing: mistyped, revoked, run out.", [
      "WWW-Authenticate",
    ]),
  },
  "403": { name: "Forbidden", response: problem("The token does not open this.", ["WWW-Authenticate"]) },
  "404": { name: "NotFound", response: problem("There is nothing at this address.") },
  "405": {
    name: "MethodNotAllowed",
    response: problem("The address does not know this method; Allow names those it does."),
  },
  "406": { name: "NotAcceptable", response: problem("Accept names none of the types of this address.") },
  "409": {
    name: "Conflict",
    response: problem(
      "Another body was sent under this Idempotency-Key, or somebody is at work on the same rows.",
    ),
  },
  "413": { name: "TooLarge", response: problem(`More than ${perDelivery.bytes} bytes.`) },
  "415": { name: "UnsupportedType", response: problem("Neither JSON nor a form with a file.") },
  "422": {
    name: "Unprocessable",
    response: problem(
      "What was sent was read and cannot be taken in: invalid or refused says where and why.",
    ),
  },
  "429": {
    name: "TooManyRequests",
    response: problem(
      `More than ${perMinute.requests} requests a minute, or ${perMinute.downloads} downloads, from one client address; more than ${perMinute.drawings} pictures and pages that have to be drawn for it; more than ${perDelivery.perMinute} deliveries by one token.`,
      ["Retry-After"],
    ),
  },
  "500": { name: "Failed", response: problem("Something failed here, and has been noted.") },
  "503": {
    name: "Busy",
    response: problem("Too much is asked for at once, or the collection is empty.", ["Retry-After"]),
  },
} as const;

type Status = keyof typeof refusals;

/** References to some of them. */
export const refuse = (statuses: readonly Status[]) =>
  Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${refusals[status].name}` }]),
  );

export const responses = Object.fromEntries(
  Object.values(refusals).map(({ name, response }) => [name, response]),
);

/** What an address that takes rows may answer beside what became of them. */
export const writeRefusals: readonly Status[] = [
  "400",
  "401",
  "403",
  "406",
  "409",
  "413",
  "415",
  "422",
  "429",
  "500",
  "503",
];

/** What any address that is read may answer beside what it gives. */
export const readRefusals: readonly Status[] = ["304", "400", "406", "429", "500", "503"];
