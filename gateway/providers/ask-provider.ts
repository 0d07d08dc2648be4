import { request } from 'undici';
import type { Dispatcher } from 'undici';
import type { Hop } from '../egress/egress-config.ts';
import type { WayOut } from '../egress/egress.ts';
import type { FreeQuestion, ProviderSpec } from './provider-spec.ts';

/** A provider as it is asked: what it is, where it is, and the key; undefined where the server wants none. */
export interface Asked {
  readonly spec: ProviderSpec;
  readonly baseUrl: string;
  readonly key: string | undefined;
}

/** The answer of a provider. Never a word the provider wrote: those can hold the key. */
export type ProviderAnswer =
  /** @param models undefined where it lists none */
  | { readonly verdict: 'accepted'; readonly models: number | undefined }
  | { readonly verdict: 'refused'; readonly status: number }
  | { readonly verdict: 'unclear'; readonly status: number }
  /** @param code of the error, where there was one. @param hop what it was asked through */
  | { readonly verdict: 'silent'; readonly why: 'late' | 'unreachable'; readonly code?: string; readonly hop?: Hop }
  | { readonly verdict: 'not-asked' };

/** Nobody likes to wait longer when they submit a form. */
export const PATIENCE_MS = 5_000;
/** Several times the longest list of models there is. */
const MOST_BYTES = 8 * 2 ** 20;
const OPENAI_LIST: FreeQuestion = { path: 'models' };

/**
 * Asks a provider the one thing that is free and needs a key, for five seconds at most. Redirects are not followed: the
 * key would go along. @param cancelled a person who no longer wants to know
 * @throws the reason of `cancelled`, once that is aborted
 */
export async function askProvider(
  { dispatcher, hopTo }: WayOut,
  asked: Asked,
  cancelled?: AbortSignal,
): Promise<ProviderAnswer> {
  const question = asked.spec.freeQuestion ?? OPENAI_LIST;
  if (question === 'none') return { verdict: 'not-asked' };
  const late = AbortSignal.timeout(PATIENCE_MS);
  try {
    return await ask(dispatcher, asked, question, cancelled ? AbortSignal.any([cancelled, late]) : late);
  } catch (error) {
    cancelled?.throwIfAborted();
    const hop = hopTo(new URL(asked.baseUrl));
    const on = hop && { hop };
    if (late.aborted) return { verdict: 'silent', why: 'late', ...on };
    const code: unknown = Reflect.get(Object(error), 'code');
    return { verdict: 'silent', why: 'unreachable', ...(typeof code === 'string' && { code }), ...on };
  }
}

async function ask(
  dispatcher: Dispatcher,
  { spec, baseUrl, key }: Asked,
  { path, headers }: FreeQuestion,
  signal: AbortSignal,
): Promise<ProviderAnswer> {
  const credential = key === undefined ? {} : Object.fromEntries([spec.keyHeader(key)]);
  const base = spec.places?.(baseUrl).base ?? baseUrl;
  const { statusCode: status, body } = await request(`${base.replace(/\/+$/, '')}/${path}`, {
    dispatcher,
    signal,
    headers: { accept: 'application/json', ...headers, ...credential },
  });
  const text = await readText(body);
  if (status >= 200 && status < 300) {
    const list = parse(text);
    // A page for people, or somebody else's address: no API says it took the key with that.
    return list === undefined ? { verdict: 'unclear', status } : { verdict: 'accepted', models: countModels(list) };
  }
  return { verdict: isRefusal(status, text) ? 'refused' : 'unclear', status };
}

/**
 * A key that lacks only this permission is no wrong key: OpenAI answers 401 to those, too. Gemini and xAI answer 400 to
 * a wrong key. Seen: openai "Missing scopes", googleapis `API_KEY_INVALID`, x.ai "Incorrect API key provided".
 */
function isRefusal(status: number, text: string): boolean {
  if (status === 401) return !/missing scopes|insufficient permissions/i.test(text);
  return status === 400 && /api[_ ]key/i.test(text);
}

/** @returns an empty text for a body that is longer than any list of models */
async function readText(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MOST_BYTES) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** OpenAI's and Anthropic's lists are in `data`, Gemini's in `models`, Together's is the reply itself. */
function countModels(reply: unknown): number | undefined {
  const lists = [reply, Reflect.get(Object(reply), 'data'), Reflect.get(Object(reply), 'models')];
  return lists.find((list) => Array.isArray(list))?.length;
}
