import { isTableFormat } from "@/domain/export/formats";
import { figures } from "../_server/figures";
import { notFound } from "../_server/problem";
import { preflight } from "../_server/public-headers";

export const dynamic = "force-dynamic";

/** The tables: `figures.csv` and its like. */
async function answer(request: Request, { params }: RouteContext<"/api/v1/[file]">): Promise<Response> {
  const [name, format = "", ...rest] = (await params).file.split(".");
  if (rest.length === 0 && name === "figures" && isTableFormat(format)) return figures(request, format);
  return notFound();
}

export { answer as GET, answer as HEAD, preflight as OPTIONS };
