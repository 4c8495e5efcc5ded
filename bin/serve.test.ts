import { expect, test } from "vitest";
import { listening } from "./serve";

test("Next is never told a loopback address by its number, which sends missing pages in circles", () => {
  for (const host of ["127.0.0.1", "127.0.1.1", "::1"]) expect(listening(host).name, host).toBe("localhost");
  expect(listening("127.0.0.1").flags).toEqual(["--dns-result-order=ipv4first"]);
  for (const host of ["localhost", "0.0.0.0", "::", "192.0.2.7", "verbatim.example.org"])
    expect(listening(host)).toEqual({ flags: [], name: host });
});
