import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'undici';
import type { Dispatcher } from 'undici';
import type { Method } from '../../dialects/dialect.ts';
import { PurserError } from '../../../shared/errors.ts';
import type { Authorize } from '../../providers/authorize.ts';
import { isClientRefused } from '../../domain/words/unreachable.ts';
import { isCredentialHeader } from '../caller/credentials.ts';
import { noticeSending } from './notice-sending.ts';

/** Headers between two neighbours on the wire, which are not meant for the next one. Source: RFC 9110, 7.6.1. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  'content-length',
];
/**
 * Headers about encodings, which are rewritten: the body was decompressed to be read, and the reply is requested
 * uncompressed so that it can be metered as it passes.
 */
const REWRITTEN = ['content-encoding', 'accept-encoding'];
/** Headers that remove fields from a reply, usage included (Google), or change the method or path that was judged. */
const DISGUISES = [
  'x-goog-fieldmask',
  'x-http-method-override',
  'x-http-method',
  'x-method-override',
  'x-original-method',
  'x-original-url',
  'x-rewrite-url',
];

const NEVER_PASSED: ReadonlySet<string> = new Set([...HOP_BY_HOP, ...REWRITTEN, ...DISGUISES]);

export type ForwardResult =
  /** `secret` was sent to prove who pays, and must not come back. */
  | { readonly answered: true; readonly upstream: Dispatcher.ResponseData; readonly secret: string | undefined }
  /** `sent` tells whether the provider may have seen, and billed, the request. `sentence` explains it, where it can. */
  | { readonly answered: false; readonly sent: boolean; readonly code: string; readonly sentence?: string };

/** The address of a request, and its credential. */
export interface Target {
  readonly url: URL;
  readonly method: Method;
  readonly headers: IncomingHttpHeaders;
  /** The header with the real key; undefined for a server on this machine that wants none. */
  readonly key: readonly [name: string, value: string] | undefined;
  /** Proves in another way who pays; left out where the key does. */
  readonly authorize?: Authorize | undefined;
  /** Called when the provider refuses the key: the secret manager that keeps it may have another one by now. */
  readonly refused?: () => void;
}

interface Outgoing extends Target {
  readonly body: Buffer | undefined;
  readonly signal: AbortSignal;
  /** Called when the request is handed to an open connection: the provider may see it from now on. */
  readonly sending?: () => void;
}

/** The status of a provider that does not take the key. */
export const KEY_REFUSED = 401;

/** Sends a request on, with the real key instead of every inbound credential. Follows no redirects. Never throws. */
export async function forward(dispatcher: Dispatcher, outgoing: Outgoing): Promise<ForwardResult> {
  const { url, method, body, signal } = outgoing;
  const unsent: ForwardResult = { answered: false, sent: false, code: 'aborted' };
  if (signal.aborted) return unsent;
  let sent = false;
  const sending = (): void => {
    if (signal.aborted) return;
    sent = true;
    outgoing.sending?.();
  };
  // A request that waits for a connection would notice an abort only once that is open, or after fifteen seconds.
  const left = new Promise<ForwardResult>((resolve) => {
    signal.addEventListener('abort', () => void (sent || resolve(unsent)), { once: true });
  });
  const send = async (): Promise<ForwardResult> => {
    const { headers, secret } = await withCredential(outgoing);
    const upstream = await request(url, {
      dispatcher: noticeSending(dispatcher, sending),
      method,
      headers,
      body: body ?? null,
      signal,
    });
    if (upstream.statusCode === KEY_REFUSED) outgoing.refused?.();
    return { answered: true, upstream, secret };
  };
  const answer = send().catch((error: unknown): ForwardResult => ({
    answered: false,
    sent: sent && !isClientRefused(codeOf(error)),
    code: codeOf(error),
    ...(error instanceof PurserError ? { sentence: error.message } : {}),
  }));
  return Promise.race([answer, left]);
}

interface Credited {
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly secret: string | undefined;
}

/** The headers that go on, with the real credential among them. @throws PurserError where a cloud gives none */
async function withCredential({ url, method, headers, key, authorize, body }: Outgoing): Promise<Credited> {
  const clean = { ...cleanHeaders(headers), 'accept-encoding': 'identity' };
  if (!authorize) return { headers: { ...clean, ...(key && { [key[0]]: key[1] }) }, secret: key?.[1] };
  const proof = await authorize({ url, method, headers: clean, body });
  return { headers: { ...clean, ...proof.headers }, secret: proof.secret };
}

/** The request headers that go on to the provider: no secrets, and no headers between two neighbours. */
export function cleanHeaders(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  return passOn(headers, isCredentialHeader);
}

function passOn(
  headers: IncomingHttpHeaders,
  isKept: (name: string, value: string | string[]) => boolean,
): Record<string, string | string[]> {
  const named = (headers.connection ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const clean: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || NEVER_PASSED.has(name) || named.includes(name) || isKept(name, value)) continue;
    clean[name] = value;
  }
  return clean;
}

/**
 * Headers in which a provider talks to browsers about its own site; from here they would open ours. No CORS headers,
 * ever.
 */
const PROVIDERS_OWN =
  /^(set-cookie|cookie|authorization|proxy-authorization|x-api-key|api-key|x-goog-api-key|access-control-.*|clear-site-data|alt-svc|strict-transport-security)$/;

/** The reply headers that go back to the client. */
export function replyHeaders(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  return passOn(headers, (name) => PROVIDERS_OWN.test(name));
}

/** The error's code and nothing else: messages of network errors can quote URLs and headers. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
