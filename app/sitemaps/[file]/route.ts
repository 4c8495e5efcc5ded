import { readingPreflight } from "../../api/v1/_server/public-headers";
import { one } from "../_server/sitemaps";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ file: string }> };

const answer = async (request: Request, { params }: Context): Promise<Response> =>
  one(request, (await params).file);

export { answer as GET, answer as HEAD, readingPreflight as OPTIONS };
