import type { Fields } from '../dig.ts';
import type { ExchangeLine } from '../exchange.ts';

/** One part of an answer. A thought that is not shown is only in {@link Spent.hidden}. */
export type Part =
  | { readonly kind: 'text' | 'thought'; readonly tokens: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: Fields };

/** Its usage, in tokens; output is told by the parts. */
export interface Spent {
  /** All of the input, the cached included. */
  readonly input: number;
  readonly cached?: number;
  readonly cacheWrite?: number;
  readonly cacheWriteHour?: number;
  /** Reasoning that does not show. */
  readonly hidden?: number;
}

/** One turn of a conversation, in the words of no vendor. */
export interface Turn {
  readonly id: string;
  readonly model: string;
  readonly stream?: boolean;
  /** Further fields of the request. */
  readonly asked?: Fields;
  readonly parts: readonly Part[];
  readonly spent: Spent;
  /** Below it is the path of the endpoint; left out: the vendor's. */
  readonly base?: string;
  /** Fields that this vendor has beside the others in `usage`. */
  readonly usage?: (spent: Spent, output: number) => Fields;
  /** Its chat streams tell it in their last chunk with a choice, unasked. */
  readonly usageInLastChunk?: boolean;
  /** Fields of this vendor's replies beside the others. */
  readonly told?: Fields;
}

const WORDS =
  'the cap was held and then a slice of it went back to those who wait so that no stream had to end too soon'.split(
    ' ',
  );

/** So many words: one of them is about one token. */
export function wordsOf(tokens: number): readonly string[] {
  return Array.from({ length: tokens }, (_, index) => `${WORDS[(index * 7) % WORDS.length] ?? 'a'} `);
}

/** Tokens that show in the parts; a call takes about one for four characters. */
export function shownTokens(parts: readonly Part[]): number {
  return parts.reduce(
    (sum, part) => sum + (part.kind === 'call' ? 8 + Math.ceil(JSON.stringify(part.args).length / 4) : part.tokens),
    0,
  );
}

export function thoughtTokens(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + (part.kind === 'thought' ? part.tokens : 0), 0);
}

/** A person's prompt, as long as its tokens say. */
export function promptOf({ input }: Spent): string {
  return `Hi. ${wordsOf(Math.max(0, input - 20)).join('')}`;
}

interface Recorded {
  readonly id: string;
  readonly url: string;
  readonly request: Fields;
  /** A document, or the events of a stream as they stand on the wire. */
  readonly reply: Fields | string;
  readonly status?: number;
  readonly type?: string;
}

/** A recording as the files have it. */
export function recorded({
  id,
  url,
  request,
  reply,
  status = 200,
  type = typeof reply === 'string' ? 'text/event-stream; charset=utf-8' : 'application/json',
}: Recorded): ExchangeLine {
  return {
    id: `own/${id}`,
    url,
    status,
    method: 'POST',
    requestHeaders: { 'content-type': 'application/json', accept: 'application/json' },
    request: { text: JSON.stringify(request) },
    replyHeaders: { 'content-type': type },
    reply: { text: typeof reply === 'string' ? reply : JSON.stringify(reply) },
  };
}

/** Something that failed, in the vendor's own words. */
export function failed(line: ExchangeLine, status: number, error: Fields): ExchangeLine {
  return {
    ...line,
    id: `${line.id}-${status}`,
    status,
    replyHeaders: { 'content-type': 'application/json' },
    reply: { text: JSON.stringify(error) },
  };
}
