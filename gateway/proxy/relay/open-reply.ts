import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { decodeReply } from './decode-reply.ts';
import { replyHeaders } from '../forward/forward.ts';

/** A reply on its way back to the client, decompressed if Purser can, so that it can be searched. */
export interface OpenReply {
  readonly body: Readable;
  /** The length is left out when the bytes have changed. */
  readonly headers: Record<string, string | string[]>;
  /** False for a compression that Purser cannot read. */
  readonly readable: boolean;
}

/** @see OpenReply */
export function openReply(upstream: Pick<Dispatcher.ResponseData, 'body' | 'headers'>): OpenReply {
  const { body, readable, encoding } = decodeReply(upstream);
  const length = upstream.headers['content-length'];
  const isAsItCame = encoding !== undefined || upstream.headers['content-encoding'] === undefined;
  return {
    body,
    readable,
    headers: {
      ...replyHeaders(upstream.headers),
      ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
      ...(isAsItCame && length !== undefined ? { 'content-length': length } : {}),
    },
  };
}
