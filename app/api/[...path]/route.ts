import { notFound } from "../v1/_server/problem";

/** What the API does not have, said as problem details (RFC 9457). */
export {
  notFound as DELETE,
  notFound as GET,
  notFound as HEAD,
  notFound as OPTIONS,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
};
