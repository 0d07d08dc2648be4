import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import type { Room } from '../../domain/caps/byte-budget.ts';
import { readPieces } from '../../platform/read-pieces.ts';
import type { Refusal } from '../refuse/refusal.ts';

export type BodyResult =
  | { readonly read: true; readonly bytes: Buffer }
  | {
      readonly read: false;
      readonly fault: 'too-large' | 'unsupported-encoding' | 'damaged' | 'memory';
      readonly message: string;
    };

type Decode = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

const DECODERS: Readonly<Record<string, Decode>> = {
  gzip: promisify(zlib.gunzip),
  'x-gzip': promisify(zlib.gunzip),
  deflate: promisify(zlib.inflate),
  br: promisify(zlib.brotliDecompress),
  // Node has this from 22.15 on; Node 20 does not. Codex compresses with it.
  ...('zstdDecompress' in zlib ? { zstd: promisify(zlib.zstdDecompress) } : {}),
};

/** A client that sends nothing of its body for this many milliseconds has gone, or only wants to keep its place. */
const MOST_SILENCE_MS = 30_000;

/** The first guess at how much larger a body gets: JSON of conversations is compressed to a fifth or so. */
const USUAL_RATIO = 8;

/** The memory that a request takes before any of its body arrives, in bytes: two sockets and what is known of it. */
export const LEAST_ROOM = 64 * 2 ** 10;

/** The refusal when running requests fill the memory that a gateway has for them. */
export const CROWDED = {
  kind: 'rate-limited',
  code: 'memory',
  retryAfterS: 2,
  message:
    'Purser already holds as many large requests in memory as it can, of this sub-key or of all. Try again in a ' +
    'moment, with fewer large requests at once.',
} as const satisfies Refusal;
const NO_ROOM: BodyResult = { read: false, fault: 'memory', message: CROWDED.message };

/** The refusal for a body that could not be read. */
export function refusalOfBody({ fault, message }: Extract<BodyResult, { readonly read: false }>): Refusal {
  if (fault === 'memory') return CROWDED;
  return { kind: fault === 'damaged' ? 'invalid-request' : fault, code: fault, message };
}

/**
 * Reads a whole request body, decompressed.
 * @param maxBytes the limit, both for the body as sent and decompressed
 * @param room the memory it takes, requested before it is used
 * @throws when the client goes away before the end, or stops sending
 */
export async function readBody(
  request: IncomingMessage,
  maxBytes: number,
  room: Pick<Room, 'take'>,
): Promise<BodyResult> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > maxBytes) return tooLarge(maxBytes);
  if (!room.take(announced)) return NO_ROOM;
  const chunks: Buffer[] = [];
  let size = 0;
  const silence = setTimeout(() => request.destroy(), MOST_SILENCE_MS);
  try {
    let fault: BodyResult | undefined;
    // The request is not destroyed when it is read no further: the client must still get the reason.
    await readPieces(request, (bytes) => {
      silence.refresh();
      const before = size;
      size += bytes.length;
      if (size > maxBytes) fault = tooLarge(maxBytes);
      else if (size > announced && !room.take(size - Math.max(before, announced))) fault = NO_ROOM;
      else chunks.push(bytes);
      return fault === undefined;
    });
    if (fault) return fault;
  } finally {
    clearTimeout(silence);
  }
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase();
  const [only, ...more] = chunks;
  const bytes = only && more.length === 0 ? only : Buffer.concat(chunks);
  return encoding === 'identity' ? { read: true, bytes } : decompress(bytes, encoding, { maxBytes, room });
}

/** The limit of a body's size, and the memory it takes meanwhile. */
interface Allowance {
  readonly maxBytes: number;
  readonly room: Pick<Room, 'take'>;
}

/**
 * Decompresses a body. Only the end shows how large it gets, so it first takes the memory of ordinary text, then ever
 * more.
 */
async function decompress(bytes: Buffer, encoding: string, { maxBytes, room }: Allowance): Promise<BodyResult> {
  const decode = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding] : undefined;
  if (!decode) return unsupported(encoding);
  for (let most = Math.max(LEAST_ROOM, bytes.length) * USUAL_RATIO; ; most *= USUAL_RATIO) {
    const step = Math.min(most, maxBytes);
    if (!room.take(step)) return NO_ROOM;
    const plain = await decode(bytes, { maxOutputLength: step }).catch((error: unknown) => error);
    if (plain instanceof Buffer) {
      room.take(plain.length - step);
      return { read: true, bytes: plain };
    }
    if (!(plain instanceof RangeError)) return damaged(encoding);
    room.take(-step);
    if (step === maxBytes) return tooLarge(maxBytes);
  }
}

function tooLarge(maxBytes: number): BodyResult {
  const message = `The request body is larger than ${Math.floor(maxBytes / 2 ** 20)} MiB.`;
  return { read: false, fault: 'too-large', message };
}

function unsupported(encoding: string): BodyResult {
  const message =
    `Purser cannot read a body compressed with "${encoding}". Send it plain, or ` +
    `with ${Object.keys(DECODERS).join(', ')}.`;
  return { read: false, fault: 'unsupported-encoding', message };
}

function damaged(encoding: string): BodyResult {
  const message = `The request body says it is compressed with ${encoding}, but it does not decompress.`;
  return { read: false, fault: 'damaged', message };
}

/**
 * Reads a body and discards it: a client that is still sending when its connection closes may never see the refusal.
 */
export async function dropBody(request: IncomingMessage, maxBytes: number): Promise<void> {
  let size = 0;
  const silence = setTimeout(() => request.destroy(), MOST_SILENCE_MS);
  try {
    await readPieces(request, (bytes) => {
      silence.refresh();
      size += bytes.length;
      return size <= maxBytes;
    });
  } finally {
    clearTimeout(silence);
  }
}
