import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { SimulatedRequest } from './script.ts';

const DECODERS: ReadonlyMap<string, (bytes: Buffer) => Buffer> = new Map([
  ['gzip', gunzipSync],
  ['br', brotliDecompressSync],
  ['deflate', inflateSync],
]);

/** Reads a whole request; rejects when the other side leaves before its end. */
export async function readRequest(message: IncomingMessage): Promise<SimulatedRequest> {
  const pieces: Buffer[] = [];
  message.on('data', (piece: Buffer) => pieces.push(piece));
  await finished(message);
  const bytes = Buffer.concat(pieces);
  const decode = DECODERS.get(message.headers['content-encoding'] ?? '');
  return {
    method: message.method ?? '',
    url: message.url ?? '',
    headers: message.headers,
    body: (decode === undefined || bytes.length === 0 ? bytes : decode(bytes)).toString('utf8'),
  };
}
