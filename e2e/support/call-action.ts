import type { APIRequestContext, APIResponse } from "@playwright/test";
import type { BuiltAction } from "./build";

/** What a form posts. */
export type Fields = Readonly<Record<string, string>>;

/** The arguments of an action; a form among them stands as its fields. */
export type Call = {
  readonly action: BuiltAction;
  readonly before: readonly unknown[];
  readonly form?: Fields;
};

/** Calls a server action as a page's script does. */
export function callByScript(
  request: APIRequestContext,
  url: string,
  { action, before, form }: Call,
  headers: Record<string, string>,
): Promise<APIResponse> {
  // React writes a form among the arguments as "$K1", after its fields: what is not there by then is not read.
  const multipart = new FormData();
  for (const [name, value] of Object.entries(form ?? {})) multipart.append(`1_${name}`, value);
  multipart.append("0", JSON.stringify(form ? [...before, "$K1"] : before));
  return request.post(url, {
    headers: { ...headers, "next-action": action.id, accept: "text/x-component" },
    multipart,
    maxRedirects: 0,
  });
}

/** Calls a server action as a form does where there is no script. */
export function callByForm(
  request: APIRequestContext,
  url: string,
  { action, before, form = {} }: Call,
  headers: Record<string, string>,
): Promise<APIResponse> {
  return request.post(url, {
    headers,
    multipart: {
      $ACTION_REF_1: "",
      "$ACTION_1:0": JSON.stringify({ id: action.id, bound: "$@1" }),
      "$ACTION_1:1": JSON.stringify(before),
      ...form,
    },
    maxRedirects: 0,
  });
}
