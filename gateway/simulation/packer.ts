import { once } from 'node:events';
import type { Transform } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as zlib from 'node:zlib';
import type { Encoding } from './script.ts';

/** Compresses a reply piece by piece, so that each leaves as soon as it is written. */
export interface Packer {
  pack(bytes: Buffer): Promise<Buffer>;
  /** The bytes that end a complete body. */
  end(): Promise<Buffer>;
}

const CREATE: Readonly<Partial<Record<Encoding, () => Transform & { flush(done: () => void): void }>>> = {
  gzip: zlib.createGzip,
  deflate: zlib.createDeflate,
  br: zlib.createBrotliCompress,
  // Node 20 has none.
  ...('createZstdCompress' in zlib ? { zstd: zlib.createZstdCompress } : {}),
};

/** @throws where this Node cannot compress so */
export function createPacker(encoding: Encoding): Packer {
  const encoder = CREATE[encoding]?.();
  if (!encoder) throw new Error(`Node ${process.version} has no ${encoding}.`);
  const packed: Buffer[] = [];
  encoder.on('data', (bytes: Buffer) => packed.push(bytes));
  const take = (): Buffer => Buffer.concat(packed.splice(0));
  return {
    async pack(bytes) {
      encoder.write(bytes);
      await new Promise<void>((resolve) => encoder.flush(resolve));
      await nextTurn();
      return take();
    },
    async end() {
      const ended = once(encoder, 'end');
      encoder.end();
      await ended;
      return take();
    },
  };
}
