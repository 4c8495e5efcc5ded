import { BlockList, isIP, isIPv6 } from "node:net";

/** What is nobody's public server: our own machine, private networks, and what is set apart (RFC 6890 and its register). */
const apart: readonly string[] = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"],
  ...["203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
  // Of IPv6 only 2000::/3 is public; within it, what wraps an IPv4 address or is for documents.
  ...["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"],
];

const blocked = new BlockList();
const global6 = new BlockList();
global6.addSubnet("2000::", 3, "ipv6");
for (const network of apart) {
  const [address = "", bits] = network.split("/");
  blocked.addSubnet(address, Number(bits), isIPv6(address) ? "ipv6" : "ipv4");
}

/** Whether an IP address is one that anyone may ask from anywhere. False for what is no IP address. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blocked.check(address, "ipv4");
  return family === 6 && global6.check(address, "ipv6") && !blocked.check(address, "ipv6");
}
