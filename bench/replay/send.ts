import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';

/** A tool's request. */
export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Aborted when the tool goes away. */
  readonly leave?: AbortSignal;
  readonly onHeaders?: () => void;
}

/** The answer to it. */
export interface Got {
  /** Undefined when no headers came. */
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The reply ended as HTTP says it should. */
  readonly whole: boolean;
  /** It went away itself. */
  readonly left: boolean;
}

/** A connection is used again and again, as tools do it; one that leaves has its own. */
const tools = new Agent({ keepAlive: true });

/** Sends one request and waits for its end. Never rejects. */
export function send({ url, method, headers, body, leave, onHeaders }: Sent): Promise<Got> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let status: number | undefined;
    let replyHeaders: IncomingHttpHeaders = {};
    let left = false;
    const end = (whole: boolean): void =>
      resolve({ status, headers: replyHeaders, body: Buffer.concat(chunks), whole, left });
    const outgoing = request(url, {
      method,
      agent: leave ? false : tools,
      headers: { ...headers, ...(body.length > 0 && { 'content-length': body.length }) },
    });
    leave?.addEventListener('abort', () => {
      left = true;
      outgoing.destroy();
      end(false);
    });
    outgoing.on('error', () => end(false));
    outgoing.on('close', () => end(false));
    outgoing.on('response', (incoming) => {
      status = incoming.statusCode;
      replyHeaders = incoming.headers;
      onHeaders?.();
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', () => end(false));
      incoming.on('end', () => end(incoming.complete));
    });
    outgoing.end(body);
  });
}
