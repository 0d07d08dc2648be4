import { chatBody } from './fixtures.ts';
import type { Target } from './fixtures.ts';
import { rawBytes } from './raw-socket.ts';

/** A case's bytes, for this target. Its name is in the body, so that a provider that gets it can say which it was. */
export type Case = readonly [name: string, bytes: (at: Target) => string];

const POST = 'POST /openai/v1/chat/completions HTTP/1.1';

/** An ordinary request with other headers in the place of `Host` and of `Content-Length`, or beside them. */
interface Odd {
  readonly start?: string;
  /** Lines in front of everything. */
  readonly first?: readonly string[];
  /** Instead of the right one; empty: none. */
  readonly host?: readonly string[];
  readonly more?: readonly string[];
  /** Instead of the right `Content-Length`. */
  readonly length?: readonly string[];
  readonly body?: (ordinary: string) => string;
}

/** An ordinary, valid request but for what a case makes odd. */
export function request(at: Target, name: string, odd: Odd = {}): string {
  const ordinary = chatBody(name);
  const body = odd.body?.(ordinary) ?? ordinary;
  const headers = [
    ...(odd.first ?? []),
    ...(odd.host ?? [`Host: ${at.host}`]),
    `Authorization: Bearer ${at.key}`,
    'Content-Type: application/json',
    ...(odd.more ?? []),
    ...(odd.length ?? [`Content-Length: ${Buffer.byteLength(body)}`]),
  ];
  return rawBytes(odd.start ?? POST, headers, body);
}

const odd = (name: string, how: Odd | ((at: Target) => Odd)): Case => [
  name,
  (at) => request(at, name, typeof how === 'function' ? how(at) : how),
];
const host = (name: string, lines: (at: Target) => readonly string[]): Case => odd(name, (at) => ({ host: lines(at) }));
const more = (name: string, ...lines: readonly string[]): Case => odd(name, { more: lines });
const chunked = (body: string): string => `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`;
const framed = (name: string, length: readonly string[], body: (ordinary: string) => string = chunked): Case =>
  odd(name, { length, body });

/** Senders: names that were rebound, pages, and hosts that only look like ours. */
export const STRANGERS: readonly Case[] = [
  host('a rebound name', () => ['Host: evil.example']),
  host('our port at another name', ({ port }) => [`Host: evil.example:${port}`]),
  host('our address without its port', () => ['Host: 127.0.0.1']),
  host('another port', () => ['Host: 127.0.0.1:1']),
  host('our address as a prefix', ({ port }) => [`Host: 127.0.0.1.evil.example:${port}`]),
  host('our address as a user', ({ host: own }) => [`Host: ${own}@evil.example`]),
  host('another way to write our address', ({ port }) => [`Host: 2130706433:${port}`]),
  host('all addresses', ({ port }) => [`Host: 0.0.0.0:${port}`]),
  host('a list of two', ({ host: own }) => [`Host: ${own}, evil.example`]),
  host('an evil Host before ours', ({ host: own }) => ['Host: evil.example', `Host: ${own}`]),
  host('an empty Host', () => ['Host:']),
  host('no Host', () => []),
  odd('no Host in HTTP/1.0', { start: POST.replace('1.1', '1.0'), host: [] }),
  odd('an evil Host with our address in the target', ({ host: own }) => ({
    start: `POST http://${own}/openai/v1/chat/completions HTTP/1.1`,
    host: ['Host: evil.example'],
  })),
  more('a page', 'Origin: https://evil.example'),
  more('a page of a file', 'Origin: null'),
  odd('a page of our own port', ({ host: own }) => ({ more: [`Origin: http://${own}`] })),
  more('a page of another port', 'Origin: http://127.0.0.1:3000'),
  more('an extension', 'Origin: chrome-extension://abcdefghijklmnop'),
  more('an Origin in capitals', 'ORIGIN: HTTPS://EVIL.EXAMPLE'),
  more('an Origin twice', 'Origin: http://127.0.0.1', 'Origin: https://evil.example'),
  more('a fetch of another site', 'Sec-Fetch-Site: cross-site'),
  more('a fetch of the same site', 'Sec-Fetch-Site: same-site'),
  more('a fetch of our own page', 'Sec-Fetch-Site: same-origin'),
  more('a link in another site', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'),
];

/** Where a message ends: what two readers could read in two ways. */
export const FRAMINGS: readonly Case[] = [
  odd('a length and chunks', { length: ['Content-Length: 4', 'Transfer-Encoding: chunked'], body: chunked }),
  odd('chunks and a length', { length: ['Transfer-Encoding: chunked', 'Content-Length: 4'], body: chunked }),
  framed('an unknown coding', ['Transfer-Encoding: xchunked']),
  framed('chunks that are not the last coding', ['Transfer-Encoding: chunked, identity']),
  framed('a coding with a tab of its own', ['Transfer-Encoding: \x0bchunked']),
  framed('a blank before the colon', ['Transfer-Encoding : chunked']),
  framed('a coding between quotes', ['Transfer-Encoding: "chunked"']),
  framed('a coding behind a NUL', ['Transfer-Encoding: chun\0ked']),
  framed('two codings', ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity']),
  framed('two lengths', ['Content-Length: 4', 'Content-Length: 200'], (body) => body),
  framed('a list of lengths', ['Content-Length: 4, 200'], (body) => body),
  framed('a length with a sign', ['Content-Length: +40'], (body) => body),
  framed('a length below nothing', ['Content-Length: -1'], (body) => body),
  framed('a length in hex', ['Content-Length: 0x40'], (body) => body),
  framed('a length beyond 64 bits', ['Content-Length: 18446744073709551617'], (body) => body),
  framed('a chunk beyond 64 bits', ['Transfer-Encoding: chunked'], (body) => `1000000000000000${chunked(body)}`),
  framed('a chunk below nothing', ['Transfer-Encoding: chunked'], (body) => `-${chunked(body)}`),
  framed('a chunk in another notation', ['Transfer-Encoding: chunked'], (body) => `0x${chunked(body)}`),
  framed('a chunk longer than it says', ['Transfer-Encoding: chunked'], (body) => `4\r\n${body}\r\n0\r\n\r\n`),
  framed('a line feed in a chunk extension', ['Transfer-Encoding: chunked'], (body) =>
    chunked(body).replace('\r\n', ';a=\nb\r\n'),
  ),
  framed('chunk extensions without end', ['Transfer-Encoding: chunked'], (body) =>
    chunked(body).replace('\r\n', `;${'a'.repeat(40_000)}\r\n`),
  ),
];

/** Bytes that are no request of HTTP/1.1, or hide something in one. */
export const MALFORMED: readonly Case[] = [
  ['line feeds alone', (at) => request(at, 'line feeds alone').replaceAll('\r\n', '\n')],
  [
    'a bare return between headers',
    (at) => request(at, 'a bare return between headers', { more: ['X-A: b\rOrigin: https://evil.example'] }),
  ],
  more('a NUL in a header', 'X-A: b\0c'),
  more('a folded header', 'X-A: b', ' Origin: https://evil.example'),
  odd('a folded first header', { first: [' X-A: b'] }),
  more('a blank in a name', 'X A: b'),
  more('a name that is none', ': b'),
  more('64 KiB of headers', ...Array.from({ length: 16 }, (_, index) => `X-${index}: ${'a'.repeat(4_096)}`)),
  odd('64 KiB of target', { start: `POST /openai/v1/chat/completions?${'a'.repeat(65_536)} HTTP/1.1` }),
  odd('a NUL in the target', { start: POST.replace('completions', 'completions\0') }),
  odd('a blank in the target', { start: POST.replace('completions', 'comp letions') }),
  odd('a method in small letters', { start: POST.replace('POST', 'post') }),
  odd('a method of nobody', { start: POST.replace('POST', 'SPEND') }),
  ['HTTP/0.9', ({ key }) => `GET /openai/v1/models?key=${key}\r\n\r\n`],
  odd('HTTP/0.9 with an evil Host', { start: POST.replace(' HTTP/1.1', ''), host: ['Host: evil.example'] }),
  odd('HTTP/3.0', { start: POST.replace('1.1', '3.0') }),
  odd('a version in letters', { start: POST.replace('1.1', 'x.y') }),
  ['the greeting of HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0'],
  odd('CONNECT', ({ host: own }) => ({ start: `CONNECT ${own} HTTP/1.1` })),
  odd('CONNECT to elsewhere', { start: 'CONNECT evil.example:443 HTTP/1.1' }),
  odd('TRACE', { start: POST.replace('POST', 'TRACE') }),
  odd('OPTIONS', { start: POST.replace('POST', 'OPTIONS') }),
  odd('OPTIONS of everything', { start: 'OPTIONS * HTTP/1.1' }),
  odd('a preflight', {
    start: POST.replace('POST', 'OPTIONS'),
    more: ['Origin: https://evil.example', 'Access-Control-Request-Method: POST'],
  }),
  odd('h2c with an evil Host', {
    host: ['Host: evil.example'],
    more: ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAEAAEAA'],
  }),
  ['a greeting of TLS', () => '\x16\x03\x01\0\xa5\x01\0\0\xa1\x03\x03'],
];

const GREETING = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
];

/** A request for a WebSocket. With nothing said, it is a right one. */
interface OddUpgrade {
  readonly path?: string;
  readonly host?: string;
  /** Left out: the right sub-key. */
  readonly login?: readonly string[];
  readonly more?: readonly string[];
  readonly greeting?: readonly string[];
}

/** A request to open the WebSocket of OpenAI's Responses, but for what a case makes odd. */
export function upgrade(
  at: Target,
  {
    path = '/openai/v1/responses',
    host: name = at.host,
    login,
    more: others = [],
    greeting = GREETING,
  }: OddUpgrade = {},
): string {
  return rawBytes(`GET ${path} HTTP/1.1`, [
    `Host: ${name}`,
    ...(login ?? [`Authorization: Bearer ${at.key}`]),
    ...greeting,
    ...others,
  ]);
}

const socket = (name: string, how: OddUpgrade | ((at: Target) => OddUpgrade)): Case => [
  name,
  (at) => upgrade(at, typeof how === 'function' ? how(at) : how),
];

/** WebSockets that nobody may have: a browser sends them without asking first. */
export const UPGRADES: readonly Case[] = [
  socket('of a page', { more: ['Origin: https://evil.example'] }),
  socket('of a page of a file', { more: ['Origin: null'] }),
  socket('of a page of our own port', ({ host: own }) => ({ more: [`Origin: http://${own}`] })),
  socket('of a fetch of another site', { more: ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: websocket'] }),
  socket('at a rebound name', { host: 'evil.example' }),
  socket('at another port', { host: '127.0.0.1:1' }),
  socket('without a sub-key', { login: [] }),
  socket('with a wrong one', { login: ['Authorization: Bearer sk-purser-00000000000000000000000000000000000000'] }),
  socket("with the person's own key", { login: ['Authorization: Bearer sk-proj-0123456789abcdef0123456789abcdef'] }),
  socket('with the sub-key as a page could send it', ({ key }) => ({
    login: [`Sec-WebSocket-Protocol: realtime, openai-insecure-api-key.${key}`],
    more: ['Origin: https://evil.example'],
  })),
  socket('of chat completions', { path: '/openai/v1/chat/completions' }),
  socket('of another provider', { path: '/anthropic/v1/messages' }),
  socket('beside the path', { path: '/openai/v1/responses/../evals' }),
  socket('beside the path, in other clothes', { path: '/openai/v1/responses/%2e%2e/evals' }),
  socket("of Purser's own calls", { path: '/rpc/gateway/live' }),
  socket('without its key', { greeting: GREETING.slice(0, 3) }),
];
