import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { WebSocket } from 'ws';
import type { Target } from './fixtures.ts';
import { openRaw, rawBytes } from './raw-socket.ts';

/** An attack that goes on until it is called off. */
export interface Flood {
  stop(): void;
}

/** Floods with which a tool with a sub-key, or a stranger without one, can keep a gateway busy. */
export const FLOODS: Readonly<Record<string, (at: Target) => Promise<Flood>>> = {
  'bodies that come byte by byte': slowBodies,
  '200 idle sockets': idleSockets,
  '30 MB of wide blanks': wideBlanks,
  'bombs that unpack to 31 MiB each': bombs,
  'pipelined requests that offer h2c': pipelinedUpgrades,
  'WebSockets and refused upgrades': webSockets,
};

const POST = 'POST /openai/v1/chat/completions HTTP/1.1';
const headersOf = ({ host, key }: Target, length: number): readonly string[] => [
  `Host: ${host}`,
  `Authorization: Bearer ${key}`,
  'Content-Type: application/json',
  `Content-Length: ${length}`,
];

async function open(at: Target, count: number): Promise<readonly Socket[]> {
  return Promise.all(Array.from({ length: count }, () => openRaw(at.port)));
}

const drop = (sockets: readonly Socket[]): void => sockets.forEach((socket) => void socket.destroy());

/** All at once. A flood has no use for the answers, but they must not stop the socket either. */
async function send(at: Target, count: number, bytes: Buffer): Promise<Flood> {
  const sockets = await open(at, count);
  for (const socket of sockets) socket.resume().write(bytes);
  return { stop: () => drop(sockets) };
}

async function slowBodies(at: Target): Promise<Flood> {
  const sockets = await open(at, 60);
  for (const socket of sockets) socket.resume().write(rawBytes(POST, headersOf(at, 1_000), '{"model":"'));
  const drip = setInterval(() => sockets.forEach((socket) => void (socket.writable && socket.write('g'))), 100);
  return {
    stop() {
      clearInterval(drip);
      drop(sockets);
    },
  };
}

async function idleSockets(at: Target): Promise<Flood> {
  const sockets = await open(at, 200);
  // Half of them have begun to ask.
  sockets.slice(100).forEach((socket) => void socket.write(`${POST}\r\nHost: `));
  return { stop: () => drop(sockets) };
}

/** A blank of three bytes, which a tokenizer that is not kept from it reads in quadratic time. */
function wideBlanks(at: Target): Promise<Flood> {
  const body = Buffer.from(
    JSON.stringify({
      model: 'gpt-4o-mini',
      max_tokens: 5,
      messages: [{ role: 'user', content: '\u3000'.repeat(10_000_000) }],
    }),
  );
  return send(at, 2, Buffer.concat([Buffer.from(rawBytes(POST, headersOf(at, body.length))), body]));
}

async function bombs(at: Target): Promise<Flood> {
  const plain = Buffer.from(
    JSON.stringify({
      model: 'gpt-4o-mini',
      max_tokens: 5,
      messages: [{ role: 'user', content: 'a'.repeat(31 * 2 ** 20) }],
    }),
  );
  const packed = {
    gzip: gzipSync(plain),
    br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  };
  const floods = await Promise.all(
    Object.entries(packed).map(([name, body]) =>
      send(
        at,
        10,
        Buffer.concat([
          Buffer.from(rawBytes(POST, [...headersOf(at, body.length), `Content-Encoding: ${name}`])),
          body,
        ]),
      ),
    ),
  );
  return { stop: () => floods.forEach((flood) => flood.stop()) };
}

function pipelinedUpgrades(at: Target): Promise<Flood> {
  const offer = ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAEAAEAA'];
  const one = rawBytes('GET /openai/v1/models HTTP/1.1', [
    `Host: ${at.host}`,
    `Authorization: Bearer ${at.key}`,
    ...offer,
  ]);
  return send(at, 20, Buffer.from(one.repeat(10)));
}

/** 40 that are let in and say nothing, and as many of each kind that is not. */
async function webSockets(at: Target): Promise<Flood> {
  const sockets = await open(at, 80);
  const key = randomBytes(16).toString('base64');
  const upgrade = [
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${key}`,
  ];
  sockets.forEach(
    (socket, index) =>
      void socket
        .resume()
        .write(
          rawBytes('GET /openai/v1/responses HTTP/1.1', [
            `Host: ${index % 2 ? at.host : 'evil.example'}`,
            ...(index % 4 === 1 ? ['Origin: https://evil.example'] : [`Authorization: Bearer ${at.key}x`]),
            ...upgrade,
          ]),
        ),
  );
  const admitted = Array.from(
    { length: 40 },
    () => new WebSocket(`ws://${at.host}/openai/v1/responses`, { headers: { authorization: `Bearer ${at.key}` } }),
  );
  for (const socket of admitted) socket.on('error', () => undefined);
  return {
    stop() {
      drop(sockets);
      for (const socket of admitted) socket.terminate();
    },
  };
}
