import { describe, expect, test } from "vitest";
import { clientAddress, networkOf, readTrustedProxies } from "./client-address";

const nobody = readTrustedProxies({});
const proxies = readTrustedProxies({ TRUSTED_PROXY: "127.0.0.1, 10.0.0.0/8, ::1, fd00::/8" });

describe("whose request it is", () => {
  test("is said by the socket, whatever the request claims", () => {
    expect(clientAddress("192.0.2.7", "203.0.113.9", nobody)).toBe("192.0.2.7");
    expect(clientAddress("::ffff:192.0.2.7", "203.0.113.9", proxies)).toBe("192.0.2.7");
    expect(clientAddress(undefined, "203.0.113.9", proxies)).toBe("unknown");
  });

  test("is said by a trusted proxy, from the end of its list", () => {
    expect(clientAddress("127.0.0.1", "192.0.2.7", proxies)).toBe("192.0.2.7");
    expect(clientAddress("::1", "6.6.6.6, 192.0.2.7, 10.1.2.3", proxies)).toBe("192.0.2.7");
    expect(clientAddress("127.0.0.1", "6.6.6.6, not an address", proxies)).toBe("127.0.0.1");
    expect(clientAddress("127.0.0.1", undefined, proxies)).toBe("127.0.0.1");
    expect(clientAddress("fd00::5", "2001:db8::1", proxies)).toBe("2001:db8::1");
  });

  test.each(["all", "10.0.0.0/33", "10.0.0/8", "10.0.0.0/8/8", "::1/129", "10.0.0.1/x"])(
    "cannot be said by a proxy declared as %s",
    (TRUSTED_PROXY) => {
      expect(() => readTrustedProxies({ TRUSTED_PROXY })).toThrow(/^TRUSTED_PROXY /);
    },
  );

  test.each([
    ["192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:0db8:0001::", "2001:db8:1:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("is counted with its network: %s in %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
