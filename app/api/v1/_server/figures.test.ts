import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test, vi } from "vitest";

const { current, table } = vi.hoisted(() => ({
  current: { response: null as unknown },
  table: vi.fn(),
}));
vi.mock("@/app/_server/this-request", () => ({ thisRequest: () => current }));
vi.mock("./frozen", () => ({
  freeze: async () => ({ revision: 3, site: "", standing: { slug: "storks", title: { fr: "", en: "" } } }),
  headOf: () => ({ headers: {}, encoding: "gzip", unchanged: false }),
}));
vi.mock("@/db/queries/stream-figures", () => ({ findExport: async () => ({ count: 2, next: null }) }));
vi.mock("@/db/queries/stream-table", () => ({ streamTable: table, tooLong: () => null }));

const { figures } = await import("./figures");
const asked = new Request("http://localhost/api/v1/figures.csv");

test("what is said of a table before it begins is not said of the answer in its place", async () => {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  current.response = response;
  table.mockImplementation(async function* () {
    yield new TextEncoder().encode("figure_id\n");
  });
  await (await figures(asked, "csv")).text();
  expect(response.getHeader("Content-Encoding")).toBe("gzip");
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  // biome-ignore lint/correctness/useYield: it fails before
  table.mockImplementation(async function* () {
    throw new Error("The server was stopped");
  });
  await expect(figures(asked, "csv")).rejects.toThrow("stopped");
  expect(response.hasHeader("Content-Encoding")).toBe(false);
  expect(written, "whoever asked for it logs it, once").not.toHaveBeenCalled();
});
