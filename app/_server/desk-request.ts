import { type NextRequest, NextResponse } from "next/server";
import { withinPatience } from "@/db/away";
import { deskPageExists } from "@/db/queries/desk-page-exists";
import { anyoneInvited } from "@/db/queries/list-editors";
import { patience } from "@/db/replicas";
import { type AdminAddress, readDeskAddress } from "@/domain/desk-address";
import { may } from "@/domain/permission";
import { authOf } from "./auth";
import { reader } from "./database";
import { owesSecondStep, type SignedIn, signedIn } from "./editor";
import { log } from "./log";

/** What becomes of a request for the desk: its page, another page in its place, or another address. */
export type DeskAnswer = {
  readonly kind: "page" | "instead" | "redirect" | "bare";
  /** Where to: for `instead` a path within the site, for `redirect` an address. */
  readonly to?: string;
  readonly status?: number;
  /** Cookies of a prolonged session. */
  readonly cookies: readonly string[];
};

/**
 * Decides who sees what of the desk. Signed out: to the sign-in, which leads back. Signed in without the role: 403.
 * It is a courtesy to people; what guards the data is asked again by every mutation.
 */
export async function deskAnswer(request: NextRequest): Promise<DeskAnswer> {
  const address = readDeskAddress(request.nextUrl.pathname);
  if (address?.page === "door") return { kind: "page", cookies: [] };
  const { editor, cookies } = await sessionOf(request.headers);
  if (editor === null) return signedOut(request, cookies);
  return { ...(await asEditor(editor, address)), cookies };
}

async function sessionOf(headers: Headers): Promise<{ editor: SignedIn | null; cookies: string[] }> {
  const auth = await authOf(headers);
  const asked = auth.api.getSession({ headers, returnHeaders: true });
  const { response, headers: answered } = await withinPatience(asked, patience.primary);
  return { editor: response === null ? null : signedIn(response), cookies: answered.getSetCookie() };
}

async function signedOut(request: NextRequest, cookies: string[]): Promise<DeskAnswer> {
  // An action called by script wants an answer, not a page: the script keeps what was typed.
  if (request.headers.has("next-action")) return { kind: "bare", status: 401, cookies };
  if (!(await anyoneInvited(await reader())))
    return { kind: "instead", to: "/sign-in", status: 200, cookies };
  const { pathname, search } = request.nextUrl;
  const asked = pathname === "/admin" ? "" : `?next=${encodeURIComponent(pathname + search)}`;
  return { kind: "redirect", to: `/sign-in${asked}`, status: 303, cookies };
}

async function asEditor(
  editor: SignedIn,
  address: AdminAddress | null,
): Promise<Omit<DeskAnswer, "cookies">> {
  if (owesSecondStep(editor) && address?.page !== "account")
    return { kind: "redirect", to: "/admin/account", status: 303 };
  if (address === null) return problem(404);
  if (!may(editor, address.permission)) {
    log("warn", "a page of the desk was refused", {
      page: address.page,
      editor: editor.id,
      role: editor.role,
    });
    return problem(403);
  }
  const { page, name } = address;
  if (name !== null && !(await deskPageExists(await reader(), page, name))) return problem(404);
  return { kind: "page" };
}

const problem = (status: 403 | 404) => ({ kind: "instead", to: `/admin/problem/${status}`, status }) as const;

/** Carries a desk answer out. `render` gives the page its nonce and policy. */
export function carryOut(
  request: NextRequest,
  { kind, to = "", status = 200, cookies }: DeskAnswer,
  render: (headers: Headers) => { headers: Headers; policy: string },
): NextResponse {
  const { headers, policy } = render(new Headers(request.headers));
  headers.set("x-desk-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = answer();
  response.headers.set("Cache-Control", "no-store");
  response.headers.set("X-Robots-Tag", "noindex");
  response.headers.set("Content-Security-Policy", policy);
  for (const cookie of cookies) response.headers.append("Set-Cookie", cookie);
  return response;

  function answer(): NextResponse {
    if (kind === "bare") return new NextResponse(null, { status });
    if (kind === "redirect") return NextResponse.redirect(new URL(to, request.nextUrl), status);
    if (kind === "page") return NextResponse.next({ request: { headers } });
    const url = request.nextUrl.clone();
    url.pathname = to;
    url.search = "";
    return NextResponse.rewrite(url, { status, request: { headers } });
  }
}
