import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Dispatcher } from 'undici';
import type { Ask, Dialect, Framing, Operation } from '../../dialects/dialect.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import { beginsWithEvents, framingOf } from './framing.ts';
import type { KeyHider } from './hide-key.ts';
import { openReply } from './open-reply.ts';
import { peek } from './peek.ts';
import { relayOpaque, relayPlain } from './relay-plain.ts';
import { relayStream } from './relay-stream.ts';
import type { RollingHold } from '../reserve/rolling-hold.ts';
import type { HeldRequest } from '../reserve/held-request.ts';
import type { TrackedRequest } from '../running/track-request.ts';

/** A provider's answer on its way to the client. */
export interface Relay {
  readonly response: ServerResponse;
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: AsyncIterable<Buffer>;
  readonly dialect: Dialect;
  readonly operation: Operation;
  readonly ask: Ask;
  readonly heldRequest: HeldRequest;
  readonly hold: RollingHold;
  /** Follows a response that goes on in the background until its cost is known. */
  readonly follow: (responseId: string) => void;
  /** Looks later whether a response that was left was made all the same. */
  readonly askAgainLater: (responseId: string) => void;
  /** Asks what a stream cost that was left; left out where its provider does not say. */
  readonly afterwards: ((responseId: string) => Promise<TokenUsage | undefined>) | undefined;
  /** Takes the provider's key out of what the client gets. */
  readonly hider: KeyHider;
  /** How its stream is cut into items. */
  readonly framing: Framing;
  /** Aborted when the client went away or the request was cut. */
  readonly stopped: AbortSignal;
  readonly endedBy: TrackedRequest['endedBy'];
  readonly begin: TrackedRequest['begin'];
}

interface Answer extends Omit<Relay, 'status' | 'headers' | 'body' | 'framing'> {
  readonly upstream: Dispatcher.ResponseData;
}

/** Carries a reply to the client, meters it on the way, and settles before its last byte. */
export async function relay({ upstream, ...rest }: Answer): Promise<void> {
  const { hider } = rest;
  const { body: plain, readable, headers: said } = openReply(upstream);
  const { 'content-length': _length, ...headers } = hider.headers(said);
  const type = String(upstream.headers['content-type'] ?? '').toLowerCase();
  const way: Relay = {
    ...rest,
    status: upstream.statusCode,
    headers,
    body: hider.pieces(plain),
    framing: framingOf(type),
  };
  const mayStream = way.status < 300 && readable && way.operation.createMeter !== undefined;
  if (mayStream && way.framing === 'events') return relayStream(way);
  if (mayStream && way.ask.stream) {
    // Its type does not say so; its first bytes do.
    const peeked = await peek(plain, (head) => beginsWithEvents(head) !== undefined);
    if (beginsWithEvents(peeked.head) === true)
      return relayStream({ ...way, body: hider.pieces(peeked.body), framing: 'events' });
    if (way.ask.framing === 'array' && type.startsWith('application/json'))
      return relayStream({ ...way, body: hider.pieces(peeked.body) });
    return relayPlain({ ...way, body: hider.pieces(peeked.body) });
  }
  const isJson = /^application\/(.+\+)?json\b/.test(type);
  return way.status < 300 && !isJson && way.operation.usageOfAsk !== undefined ? relayOpaque(way) : relayPlain(way);
}
