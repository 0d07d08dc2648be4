import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import type { RequestId } from '../../shared/ids.ts';
import type { Seal } from '../secrets/seal.ts';
import type { KeptBody } from './collect.ts';

export type Side = 'request' | 'response';

const squeeze = promisify(gzip);
const stretch = promisify(gunzip);
const headSchema = z.object({ size: z.int(), isText: z.boolean() });

/** Encrypts a body. It opens as that side of that request and as nothing else. */
export async function sealBody(seal: Seal, id: RequestId, side: Side, body: KeptBody): Promise<Buffer> {
  const head = JSON.stringify({ size: body.size, isText: body.text !== null });
  // Tools send the whole conversation again with each request. In a thread of its own, so that no request waits for it.
  const small = await squeeze(Buffer.concat([Buffer.from(`${head}\n`), body.text ?? Buffer.alloc(0)]), {
    level: constants.Z_BEST_SPEED,
  });
  return seal.close(small, `${id} ${side}`);
}

/**
 * @returns undefined when it cannot be read: another key, none, or it was changed @throws PurserError
 * `SECRETS_UNAVAILABLE`
 */
export async function openBody(seal: Seal, id: RequestId, side: Side, sealed: Buffer): Promise<KeptBody | undefined> {
  const small = await seal.open(sealed, `${id} ${side}`);
  if (small === undefined) return undefined;
  const whole = await stretch(small);
  const end = whole.indexOf('\n');
  const head: unknown = JSON.parse(whole.subarray(0, end).toString('utf8'));
  const { size, isText } = headSchema.parse(head);
  return { text: isText ? whole.subarray(end + 1) : null, size };
}
