import { BlockList, isIP } from 'node:net';

/**
 * Makes a test of hosts from a list as `NO_PROXY` has it: parted by commas or blanks, a name stands for itself and all
 * below it (`corp.example`, `.corp.example` and `*.corp.example` are one), `host:8080` for that port alone,
 * `10.0.0.0/8` for addresses, `*` for everything. Unreadable parts match nothing.
 * @returns true where the list names this host: `hostname` as `URL` has it, port a number
 */
export function matchHost(list: string): (hostname: string, port: number) => boolean {
  const tests = list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map(readEntry);
  return (hostname, port) => {
    const host = bareHost(hostname);
    return tests.some((test) => test(host, port));
  };
}

type HostTest = (host: string, port: number) => boolean;

function readEntry(entry: string): HostTest {
  if (entry === '*') return () => true;
  const net = /^\[?([0-9a-f.:]+)\]?\/(\d{1,3})$/.exec(entry);
  if (net) return readNet(net[1] ?? '', Number(net[2]));
  const withPort = isIP(entry) === 6 ? null : /^(.+):(\d{1,5})$/.exec(entry);
  const name = bareHost(withPort?.[1] ?? entry).replace(/^\*?\./, '');
  const wanted = withPort ? Number(withPort[2]) : undefined;
  const isThere = isIP(name) === 0 ? readName(name) : readNet(name, isIP(name) === 4 ? 32 : 128);
  return (host, port) => (wanted === undefined || wanted === port) && isThere(host, port);
}

function readName(name: string): HostTest {
  return (host) => isIP(host) === 0 && (host === name || host.endsWith(`.${name}`));
}

function readNet(address: string, bits: number): HostTest {
  const family = isIP(address);
  if (family === 0 || bits > (family === 4 ? 32 : 128)) return () => false;
  const nets = new BlockList();
  nets.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6');
  return (host) => isIP(host) !== 0 && nets.check(host, isIP(host) === 4 ? 'ipv4' : 'ipv6');
}

function bareHost(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}

const LOOPBACK = matchHost('localhost, 127.0.0.0/8, ::1, 0.0.0.0, ::, ::ffff:127.0.0.0/104');

/** True where this host is this machine: a local server must not be reached through a proxy on another one. */
export function isThisMachine(hostname: string): boolean {
  return LOOPBACK(hostname, 0);
}
