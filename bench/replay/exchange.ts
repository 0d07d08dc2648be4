import { z } from 'zod';

const bodySchema = z.union([z.object({ text: z.string() }), z.object({ base64: z.string() })]).nullable();

const lineSchema = z.object({
  id: z.string(),
  method: z.string(),
  url: z.url(),
  requestHeaders: z.record(z.string(), z.string()),
  request: bodySchema,
  status: z.int(),
  replyHeaders: z.record(z.string(), z.string()),
  reply: bodySchema,
});

/** One HTTP exchange with a real provider, as it was recorded. Credentials are no part of it. */
export interface Exchange {
  readonly id: string;
  readonly method: string;
  readonly url: URL;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly request: Buffer;
  readonly status: number;
  readonly replyHeaders: Readonly<Record<string, string>>;
  /** Decompressed; of a stream, all of it. */
  readonly reply: Buffer;
}

export type ExchangeLine = z.infer<typeof lineSchema>;

/** Reads one line of a file of recordings. @throws ZodError, SyntaxError for what is none */
export function parseExchange(line: string): Exchange {
  return exchangeOf(lineSchema.parse(JSON.parse(line)));
}

export function exchangeOf({ url, method, request, reply, ...rest }: ExchangeLine): Exchange {
  return { ...rest, method: method.toUpperCase(), url: new URL(url), request: bytesOf(request), reply: bytesOf(reply) };
}

function bytesOf(body: ExchangeLine['reply']): Buffer {
  if (body === null) return Buffer.alloc(0);
  return 'text' in body ? Buffer.from(body.text) : Buffer.from(body.base64, 'base64');
}

/** The reply is a stream of events or the array that Gemini streams without `alt=sse`. */
export function isStream({ replyHeaders, url }: Exchange): boolean {
  return isEvents(replyHeaders) || url.pathname.endsWith(':streamGenerateContent');
}

export function isEvents(replyHeaders: Readonly<Record<string, string>>): boolean {
  return /^text\/event-stream/i.test(replyHeaders['content-type'] ?? '');
}
