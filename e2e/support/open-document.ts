import type { APIRequestContext } from "@playwright/test";

/** What the tests read of the description of the API. */
export type Described = {
  readonly info: { readonly "x-promises": readonly string[] };
  readonly paths: Readonly<
    Record<
      string,
      { readonly get?: { readonly responses: { readonly "200": { readonly content: object } } } }
    >
  >;
  readonly components: {
    readonly parameters: Readonly<Record<string, { readonly name: string; readonly description: string }>>;
    readonly schemas: Readonly<
      Record<string, { readonly properties: Readonly<Record<string, { readonly description: string }>> }>
    >;
  };
};

/** The description of the API as the site gives it to programs. */
export const openDocument = async (request: APIRequestContext, lang = "en"): Promise<Described> =>
  (await (await request.get(`/api/v1/openapi.json?lang=${lang}`)).json()) as Described;
