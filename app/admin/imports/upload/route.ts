import type { NextRequest } from "next/server";
import { isAway, withinPatience } from "@/db/away";
import { patience } from "@/db/replicas";
import { isFromOurPages } from "@/domain/same-site";
import { ownHosts } from "../../../_server/client";
import { currentEditor } from "../../../_server/editor";
import { errorFacts, log } from "../../../_server/log";
import { crossSiteRefusal } from "../../../_server/plain-refusal";
import { unsent } from "../../../_server/unsent";
import { takeUpload } from "../_server/take-upload";

/** Where a form leads that was posted to nowhere, or an address that was typed. */
export async function GET(): Promise<Response> {
  return seeOther(
    (await currentEditor()) === null ? "/sign-in?next=%2Fadmin%2Fimports%2Fupload" : "/admin/imports",
  );
}

/**
 * Takes a file in: a plain form, so that it works without script. It stands outside the proxy, which would keep the
 * whole body of every request; so it asks itself what the proxy asks of others, before it reads a byte.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const { method, headers } = request;
  const [secFetchSite, origin] = [headers.get("sec-fetch-site"), headers.get("origin")];
  if (!isFromOurPages({ method, secFetchSite, origin, hosts: ownHosts(headers) }))
    return crossSiteRefusal(request);
  try {
    const editor = await withinPatience(currentEditor(), patience.primary);
    if (editor === null) return seeOther("/sign-in?next=%2Fadmin%2Fimports");
    return seeOther(await takeUpload(request, editor));
  } catch (error) {
    if (!isAway(error)) throw error;
    log("error", "a file could not be taken in", errorFacts(error));
    return unsent(request);
  }
}

const seeOther = (to: string) =>
  new Response(null, {
    status: 303,
    headers: { Location: to, "Cache-Control": "no-store", "X-Robots-Tag": "noindex" },
  });
