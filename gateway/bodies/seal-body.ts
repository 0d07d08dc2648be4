import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import type { RequestId } from '../../shared/ids.ts';
import type { Seal } from '../secrets/seal.ts';
import type { KeptBody } from './collect.ts';

export type Side = 'request' | 'response';

const squeeze = promisify(gzip);
const stretch = promisify(gunzip);
const bodySchema = z.object({ text: z.string().nullable(), size: z.int() });

/** Encrypts a body. It opens as that side of that request and as nothing else. */
export async function sealBody(seal: Seal, id: RequestId, side: Side, body: KeptBody): Promise<Buffer> {
  // Tools send the whole conversation again with each request. In a thread of its own, so that no request waits for it.
  const small = await squeeze(JSON.stringify(body), { level: constants.Z_BEST_SPEED });
  return seal.close(small, `${id} ${side}`);
}

/** @returns undefined when it cannot be read: another key, none, or it was changed @throws PurserError `SECRETS_UNAVAILABLE` */
export async function openBody(seal: Seal, id: RequestId, side: Side, sealed: Buffer): Promise<KeptBody | undefined> {
  const small = await seal.open(sealed, `${id} ${side}`);
  if (small === undefined) return undefined;
  const text: unknown = JSON.parse((await stretch(small)).toString('utf8'));
  return bodySchema.parse(text);
}
