import type { RelayedReply } from './relayed-reply.ts';
import type { Dispatcher } from 'undici';
import { beginsWithEvents, framingOf } from './framing.ts';
import { openReply } from './open-reply.ts';
import { peek } from './peek.ts';
import { relayOpaque, relayPlain } from './relay-plain.ts';
import { relayStream } from './relay-stream.ts';

interface Answer extends Omit<RelayedReply, 'status' | 'headers' | 'body' | 'framing'> {
  readonly upstream: Dispatcher.ResponseData;
}

/** Carries a reply to the client, meters it on the way, and settles before its last byte. */
export async function relay({ upstream, ...rest }: Answer): Promise<void> {
  const { hider } = rest;
  const { body: plain, readable, headers: said } = openReply(upstream);
  const { 'content-length': _length, ...headers } = hider.headers(said);
  const type = String(upstream.headers['content-type'] ?? '').toLowerCase();
  const way: RelayedReply = {
    ...rest,
    status: upstream.statusCode,
    headers,
    body: plain,
    framing: framingOf(type),
  };
  const mayStream = way.status < 300 && readable && way.operation.createMeter !== undefined;
  if (mayStream && isFramed(way)) return relayStream(way);
  if (mayStream && way.ask.stream) {
    // Its type does not tell, but its first bytes do.
    const peeked = await peek(plain, (head) => beginsWithEvents(head) !== undefined);
    if (beginsWithEvents(peeked.head) === true) return relayStream({ ...way, body: peeked.body, framing: 'events' });
    if (way.ask.framing === 'array' && type.startsWith('application/json'))
      return relayStream({ ...way, body: peeked.body });
    return relayPlain({ ...way, body: peeked.body });
  }
  const isJson = /^application\/(.+\+)?json\b/.test(type);
  return way.status < 300 && !isJson && way.operation.usageOfAsk !== undefined ? relayOpaque(way) : relayPlain(way);
}

/** True where the type alone tells how the stream is cut: lines only where they are this protocol's own. */
function isFramed({ framing, ask }: RelayedReply): boolean {
  return framing === 'events' || framing === 'frames' || (framing === 'lines' && ask.framing === 'lines');
}
