import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Framing } from '../../dialects/dialect.ts';

/** The framing that a content type implies: how its stream is cut into items. Types ignore case: RFC 9110, 8.3.1. */
export function framingOf(contentType: number | string | readonly string[] | undefined): Framing {
  const type = String(contentType).toLowerCase();
  if (type.startsWith('application/vnd.amazon.eventstream')) return 'frames';
  if (type.startsWith('text/event-stream')) return 'events';
  return type.startsWith(LINES) ? 'lines' : 'array';
}

const LINES = 'application/x-ndjson';

/** The bytes of what a dialect writes into a stream: frames are written with one letter for each byte. */
export function bytesIn(framing: Framing, text: string): Buffer {
  return Buffer.from(text, framing === 'frames' ? 'latin1' : 'utf8');
}

/** The content type of a stream that Purser itself begins. */
export const TYPE_OF: Readonly<Record<Framing, string>> = {
  events: 'text/event-stream; charset=utf-8',
  array: 'application/json',
  lines: LINES,
  frames: 'application/vnd.amazon.eventstream',
};

/** Matches the beginning of a stream of events, after any blanks. */
const EVENTS_BEGIN = /^\ufeff?\s*(data|event|id|retry)?:/;

/**
 * Tells whether a reply begins as a stream of events: some servers and relays give it another type, or none.
 * @returns undefined while there is too little to tell
 */
export function beginsWithEvents(head: Buffer): boolean | undefined {
  const text = head.toString('utf8').trimStart();
  if (EVENTS_BEGIN.test(text)) return true;
  return text.length < LONGEST_NAME && NAMES.some((name) => name.startsWith(text)) ? undefined : false;
}

const NAMES = ['data:', 'event:', 'id:', 'retry:'] as const;
const LONGEST_NAME = 6;

/**
 * Begins a stream. Headers are set one by one, because Node forgets those that it gets together with the status, and
 * ending the stream needs its type.
 */
export function beginReply(response: ServerResponse, status: number, headers: OutgoingHttpHeaders): void {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  response.writeHead(status);
}
