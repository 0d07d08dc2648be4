import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { Ask, Dialect, Operation } from '../dialects/dialect.ts';
import { decodeReply } from './decode-reply.ts';
import { replyHeaders } from './forward.ts';
import { framingOf } from './framing.ts';
import { relayOpaque, relayPlain } from './relay-plain.ts';
import { relayStream } from './relay-stream.ts';
import type { Tab } from './settle-up.ts';
import type { TrackedRequest } from './track-request.ts';

/** A provider's answer on its way to the client. */
export interface Relay {
  readonly response: ServerResponse;
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Readable;
  readonly dialect: Dialect;
  readonly operation: Operation;
  readonly ask: Ask;
  readonly tab: Tab;
  /** Aborted when the client went away or the request was cut. */
  readonly stopped: AbortSignal;
  readonly endedBy: TrackedRequest['endedBy'];
  readonly begin: TrackedRequest['begin'];
}

interface Answer extends Omit<Relay, 'status' | 'headers' | 'body'> {
  readonly upstream: Dispatcher.ResponseData;
}

/** Carries a reply to the client, meters it on the way, and settles before its last byte. */
export async function relay({ upstream, ...rest }: Answer): Promise<void> {
  const { body, readable, encoding } = decodeReply(upstream);
  const headers = { ...replyHeaders(upstream.headers), ...(encoding === undefined ? {} : { 'content-encoding': encoding }) };
  const way: Relay = { ...rest, status: upstream.statusCode, headers, body };
  const type = String(upstream.headers['content-type'] ?? '');
  const streams = way.status < 300 && readable && way.operation.createMeter !== undefined && (framingOf(type) === 'events' || (way.ask.stream && way.ask.framing === 'array' && type.startsWith('application/json')));
  if (streams) return relayStream(way);
  const isJson = /^application\/(.+\+)?json\b/.test(type);
  return way.status < 300 && !isJson && way.operation.usageOfAsk !== undefined ? relayOpaque(way) : relayPlain(way);
}
