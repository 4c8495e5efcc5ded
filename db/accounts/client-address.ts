import { BlockList, isIP, isIPv6 } from "node:net";

/** The proxies in front of us, whose word on where a request comes from is taken. */
export type TrustedProxies = { readonly trusts: (address: string) => boolean };

/** Reads TRUSTED_PROXY: addresses and networks, separated by commas ("127.0.0.1, 10.0.0.0/8"). @throws on any other */
export function readTrustedProxies(env: Record<string, string | undefined> = process.env): TrustedProxies {
  const list = new BlockList();
  for (const entry of (env.TRUSTED_PROXY ?? "").split(",").map((one) => one.trim())) {
    if (entry === "") continue;
    const [address = "", prefix, ...rest] = entry.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    const most = family === "ipv6" ? 128 : 32;
    const bits = prefix === undefined ? most : Number(prefix);
    if (isIP(address) === 0 || rest.length > 0 || !/^\d{1,3}$/.test(prefix ?? "0") || bits > most)
      throw new Error(`TRUSTED_PROXY must list addresses or networks such as 10.0.0.0/8, not "${entry}".`);
    list.addSubnet(address, bits, family);
  }
  return { trusts: (address) => list.check(address, isIPv6(address) ? "ipv6" : "ipv4") };
}

/** An IPv4 address that came over an IPv6 socket is itself again. */
export const plainAddress = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");

/**
 * Whose request it is: the address of the socket, unless a trusted proxy stands there. Then X-Forwarded-For is walked
 * from its end, where our own proxies wrote, to the first address that is none of them; what a client wrote before
 * that counts for nothing.
 */
export function clientAddress(
  socket: string | undefined,
  forwardedFor: string | undefined,
  proxies: TrustedProxies,
): string {
  let address = plainAddress(socket ?? "");
  const hops = (forwardedFor ?? "").split(",").map(plainAddress);
  while (isIP(address) !== 0 && proxies.trusts(address) && hops.length > 0) {
    const before = hops.pop()!;
    if (isIP(before) === 0) break;
    address = before;
  }
  return isIP(address) === 0 ? "unknown" : address;
}

/** Clients that are counted as one: an IPv4 address, or the /64 network a household or an office has of IPv6. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("%")[0]!.split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  const all = [...groups, ...Array<string>(zeros).fill("0"), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
