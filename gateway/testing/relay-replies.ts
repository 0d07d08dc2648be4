import { Readable } from 'node:stream';
import { DIALECTS } from '../dialects/dialects.ts';
import { createKeyHider } from '../proxy/relay/hide-key.ts';
import type { RelayedReply } from '../proxy/relay/relayed-reply.ts';
import { keepHolding } from '../proxy/reserve/rolling-hold.ts';
import { chatAsk, chatOperation } from './open-money-path.ts';
import type { MoneyPath } from './open-money-path.ts';
import type { Exchange } from './open-exchange.ts';

/** A provider's answer to a plain chat stream, on its way to the client of an exchange. */
export function relayedReply(
  path: MoneyPath,
  { response }: Exchange,
  body: AsyncIterable<Buffer>,
  more: Partial<RelayedReply> = {},
): RelayedReply {
  const heldRequest = more.heldRequest ?? path.hold();
  const hold = keepHolding(heldRequest, () => undefined);
  hold.end();
  return {
    response,
    status: 200,
    headers: { 'content-type': 'text/event-stream' },
    body: Readable.from(body, { objectMode: false }),
    dialect: DIALECTS['openai-chat'],
    operation: chatOperation(),
    ask: chatAsk({ stream_options: { include_usage: true } }),
    heldRequest,
    hold,
    follow: () => undefined,
    askAgainLater: () => undefined,
    afterwards: undefined,
    hider: createKeyHider(undefined),
    framing: 'events',
    stopped: new AbortController().signal,
    endedBy: () => undefined,
    begin: () => undefined,
    ...more,
  };
}

/** A body that comes in these pieces. */
export async function* bodyOf(...pieces: readonly string[]): AsyncGenerator<Buffer, void, undefined> {
  for (const piece of pieces) yield await Promise.resolve(Buffer.from(piece));
}

/** A body that breaks off behind these pieces. */
export async function* brokenBody(...pieces: readonly string[]): AsyncGenerator<Buffer, void, undefined> {
  yield* bodyOf(...pieces);
  throw new Error('the connection was lost');
}
