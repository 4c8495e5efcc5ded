import type { OpenApiDocument } from "@/domain/export/openapi";

/** What the page needs of a JSON Schema. */
export type Schema = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: string;
  readonly description?: string;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

export type Parameter = {
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
};

/** An address with a method, as the page tells of it. */
export type Operation = {
  readonly path: string;
  readonly method: string;
  readonly tag: string;
  readonly summary: string;
  readonly parameters: readonly string[];
  readonly types: readonly string[];
  readonly examples: readonly string[];
  /** What may be sent as it stands; null where nothing is, or nothing can be. */
  readonly body: object | null;
  /** Whether the answer is a file with a name. */
  readonly isFile: boolean;
};

const nameIn = (ref: string) => ref.split("/").at(-1)!; // split leaves one

/** The document as a list of what may be asked. */
export function operationsOf(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const { headers = {}, content } = operation.responses["200"];
      return {
        path,
        method: method.toUpperCase(),
        tag: operation.tags[0]!, // each has one
        summary: operation.summary,
        parameters: operation.parameters.map(({ $ref }) => nameIn($ref)),
        types: Object.keys(content),
        examples: operation["x-examples"],
        body: bodyOf(operation),
        isFile: "Content-Disposition" in headers,
      };
    }),
  );
}

const bodyOf = (operation: object): object | null =>
  "requestBody" in operation
    ? ((operation.requestBody as Sent).content["application/json"]?.example ?? null)
    : null;
type Sent = { readonly content: Readonly<Record<string, { readonly example?: object }>> };

/** The schemas of rows that the answers of some operations are made of, by name. */
export function rowsOf(document: OpenApiDocument, tag: string): string[] {
  const found = new Set<string>();
  for (const methods of Object.values(document.paths))
    for (const operation of Object.values(methods)) {
      if (operation.tags[0] !== tag) continue;
      const { requestBody } = operation as { requestBody?: object };
      const told = JSON.stringify([requestBody ?? null, operation.responses["200"]]);
      for (const [, name = ""] of told.matchAll(/schemas\/(\w+)"/g)) found.add(name);
    }
  return [...found];
}

/** What of a schema there is to a value that may also be empty. */
export function withoutNull(schema: Schema): { readonly schema: Schema; readonly mayBeEmpty: boolean } {
  const { anyOf, type } = schema;
  const some = anyOf?.find((one) => one.type !== "null");
  if (anyOf && some) return { schema: some, mayBeEmpty: some !== anyOf.at(-1) || anyOf.length > 1 };
  if (Array.isArray(type)) {
    const first = type.find((one) => one !== "null");
    return { schema: { ...schema, ...(first ? { type: first } : {}) }, mayBeEmpty: type.includes("null") };
  }
  return { schema, mayBeEmpty: false };
}
