import { perDelivery } from "./limits";
import { headers, responses } from "./openapi-answers";
import { parameters } from "./openapi-parameters";
import { paths, type Sample, type Tag } from "./openapi-paths";
import { schemas } from "./openapi-schemas";
import { largestPage } from "./options";
import { xlsxLimits } from "./xlsx";

const parted = (count: number) => count.toLocaleString("en");

/** What belongs together, in the order it is told. */
const tags: Readonly<Record<Tag, { readonly title: string; readonly description: string }>> = {
  figures: {
    title: "Figures",
    description: `One row per claim, with the exact sentence it was taken from. The filters of a page's address work here too. XLSX holds ${parted(xlsxLimits.rows - 1)} rows: more are refused, not cut. JSON comes in pages of up to ${parted(largestPage)} rows where limit asks for them.`,
  },
  lists: { title: "Lists", description: "What the slugs in a table of figures stand for." },
  charts: { title: "Charts", description: "The chart of a page with the same filters, as a picture." },
  package: {
    title: "Data package",
    description:
      "All tables together, described so that a program can check them (Frictionless, version 2, readable as 1).",
  },
  citations: {
    title: "Citations",
    description:
      "How to cite the whole, a chart or a figure. Each leads back to the state it cites, for ever.",
  },
  write: {
    title: "Hand in drafts",
    description: `For scripts of a team whose editors have made a token on their account page: rows become drafts in the editor's name, through the importer and its checks. Nothing is published: that takes another person. JSON takes the columns of a download, a form a file and a map. At most ${parted(perDelivery.rows)} rows or ${parted(perDelivery.bytes)} bytes at once, ${perDelivery.perMinute} deliveries a minute.`,
  },
  description: { title: "Description", description: "What this page is made of, for programs." },
};

/** What holds at every address, a sentence or two each. */
const promises = [
  "Nobody needs an account to read. Any page may read from here (CORS), and nothing here looks at a cookie.",
  "Every answer is of one revision of the collection, named in X-Revision. With as_of the same address gives the same rows for ever, whatever is corrected later.",
  "A parameter that is not known, or a value that cannot be read, is refused by name: a misspelt filter never gives every figure instead.",
  "Decimals travel as digits, in JSON as strings. An empty cell is nothing known, not zero.",
  "In CSV, TSV and XLSX a text that a spreadsheet would run has one apostrophe before it, or is marked as text; raw=1 leaves it out.",
  "A failure in mid-stream breaks the connection: half a table is never a whole one.",
  "HEAD answers like GET without a body, and OPTIONS names the methods. ETag, If-None-Match and If-Modified-Since save what you have; gzip and br come where asked for.",
  "The compilation is offered under CC BY 4.0. The sentences are short quotations that belong to their publishers.",
] as const;

/** The whole of the public API as OpenAPI 3.1, made of the schemas that read requests and describe rows. */
export function openApiDocument(about: {
  readonly title: string;
  readonly description: string;
  readonly site: string;
  readonly sample: Sample;
}) {
  return {
    openapi: "3.1.0",
    info: {
      title: about.title,
      description: about.description,
      version: "1",
      license: { name: "CC BY 4.0", identifier: "CC-BY-4.0" },
      "x-promises": [...promises] as string[],
    },
    servers: [{ url: about.site || "/" }],
    security: [],
    tags: Object.entries(tags).map(([name, { title, description }]) => ({
      name,
      "x-displayName": title,
      description,
    })),
    paths: paths(about.sample),
    components: {
      schemas: schemas(),
      parameters: parameters(),
      headers,
      responses,
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "A token of an editor: vb_ and 39 letters and digits. No cookie is looked at.",
        },
      },
    },
  };
}

export type OpenApiDocument = ReturnType<typeof openApiDocument>;
