import { BlockList, isIP } from 'node:net';

/** Addresses of this machine and of networks of one's own. Sources: RFC 1918, 3927, 4193, 4291, 6598, 6890. */
const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 32],
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6');

/**
 * Names that lead nowhere in public. Sources: RFC 6761 (localhost, test), RFC 6762 (local), RFC 8375 (home.arpa),
 * ICANN's board on 2024-07-29 (internal); lan is no top-level domain, and what routers call their network.
 */
const PRIVATE_NAME = /(^|\.)(localhost|test|local|internal|lan|home\.arpa)$/;

/**
 * Is this host on this machine, or in a network of one's own? A name without a dot is.
 * @param hostname as `URL` has it: in small letters, an IPv6 address in brackets
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const family = isIP(host);
  if (family !== 0) return PRIVATE.check(host, family === 4 ? 'ipv4' : 'ipv6');
  return !host.includes('.') || PRIVATE_NAME.test(host);
}
