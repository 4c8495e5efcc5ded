import { afterEach, describe, expect, it, vi } from "vitest";

const { handler, logged } = vi.hoisted(() => ({ handler: vi.fn(), logged: vi.fn() }));
vi.mock("./addresses", () => ({ addressAt: () => ({ methods: { GET: handler }, parts: [] }) }));
vi.mock("@/app/_server/log", async (load) => ({ ...(await load<object>()), log: logged }));

const { answer } = await import("./answer");

describe("an answer of the API", () => {
  afterEach(() => vi.clearAllMocks());

  const asked = (signal?: AbortSignal) => new Request("http://localhost/api/v1/figures.csv", { signal });

  it("is 500 and logged when we fail", async () => {
    handler.mockRejectedValue(new Error("broken"));
    expect((await answer(asked())).status).toBe(500);
    expect(logged).toHaveBeenCalledWith(
      "error",
      "the API failed",
      expect.objectContaining({ error: "broken" }),
    );
  });

  it("is no failure of ours when the client leaves in line", async () => {
    const client = new AbortController();
    const request = asked(client.signal);
    client.abort();
    handler.mockRejectedValue(request.signal.reason);
    await answer(request);
    expect(logged).not.toHaveBeenCalled();
  });

  it("is logged when something else broke after the client had left", async () => {
    const client = new AbortController();
    client.abort();
    handler.mockRejectedValue(new Error("broken"));
    await answer(asked(client.signal));
    expect(logged).toHaveBeenCalledOnce();
  });
});
