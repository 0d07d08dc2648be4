import { request } from 'undici';
import type { Dispatcher } from 'undici';
import type { Hop } from '../egress/egress-config.ts';
import type { WayOut } from '../egress/egress.ts';
import { PurserError } from '../../shared/errors.ts';
import type { Authorize } from './authorize.ts';
import type { CloudKey, FreeQuestion, ProviderSpec } from './provider-spec.ts';

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
  /** Nothing was sent: the login that the key names gives no proof. @param sentence explains it */
  | { readonly verdict: 'no-login'; readonly sentence: string }
  | { readonly verdict: 'not-asked' };

/** Nobody likes to wait longer when they submit a form. */
export const PATIENCE_MS = 5_000;
/** Several times the longest list of models there is. */
const MOST_BYTES = 8 * 2 ** 20;
const OPENAI_LIST: FreeQuestion = { path: 'models' };

/** The way out, and how clouds want to be asked. */
export interface AskWay extends WayOut {
  readonly authorizeFor?: (cloud: CloudKey, key: string) => Authorize | undefined;
}

/**
 * Asks a provider the one thing that is free and needs a key, for five seconds at most. Redirects are not followed: the
 * key would go along. @param cancelled a person who no longer wants to know
 * @throws the reason of `cancelled`, once that is aborted
 */
export async function askProvider(
  { dispatcher, hopTo, authorizeFor }: AskWay,
  asked: Asked,
  cancelled?: AbortSignal,
): Promise<ProviderAnswer> {
  const question = asked.spec.freeQuestion ?? OPENAI_LIST;
  if (question === 'none') return { verdict: 'not-asked' };
  const late = AbortSignal.timeout(PATIENCE_MS);
  try {
    const authorize =
      asked.spec.cloud && asked.key !== undefined ? authorizeFor?.(asked.spec.cloud, asked.key) : undefined;
    const signal = cancelled ? AbortSignal.any([cancelled, late]) : late;
    return await ask({ dispatcher, authorize, signal }, asked, question);
  } catch (error) {
    cancelled?.throwIfAborted();
    if (error instanceof PurserError) return { verdict: 'no-login', sentence: error.message };
    const hop = hopTo(new URL(asked.baseUrl));
    const on = hop && { hop };
    if (late.aborted) return { verdict: 'silent', why: 'late', ...on };
    const code: unknown = Reflect.get(Object(error), 'code');
    return { verdict: 'silent', why: 'unreachable', ...(typeof code === 'string' && { code }), ...on };
  }
}

interface Asking {
  readonly dispatcher: Dispatcher;
  readonly authorize: Authorize | undefined;
  readonly signal: AbortSignal;
}

async function ask(
  { dispatcher, authorize, signal }: Asking,
  { spec, baseUrl, key }: Asked,
  { path, headers }: FreeQuestion,
): Promise<ProviderAnswer> {
  const home = spec.homeOf?.(baseUrl, path, {}) ?? spec.places?.(baseUrl).base ?? baseUrl;
  const url = new URL(`${home.replace(/\/+$/, '')}/${path}`);
  const plain = { accept: 'application/json', ...headers };
  const { statusCode: status, body } = await request(url, {
    dispatcher,
    signal,
    headers: { ...plain, ...(await credentialFor(spec, key, authorize, { url, method: 'GET', headers: plain })) },
  });
  const text = await readText(body);
  if (status >= 200 && status < 300) {
    const list = parse(text);
    // A page for people, or somebody else's address: no API says it took the key with that.
    return list === undefined ? { verdict: 'unclear', status } : { verdict: 'accepted', models: countModels(list) };
  }
  return { verdict: isRefusal(status, text) ? 'refused' : 'unclear', status };
}

async function credentialFor(
  { keyHeader }: ProviderSpec,
  key: string | undefined,
  authorize: Authorize | undefined,
  asked: Omit<Parameters<Authorize>[0], 'body'>,
): Promise<Readonly<Record<string, string>>> {
  if (authorize) return (await authorize({ ...asked, body: undefined })).headers;
  return key === undefined ? {} : Object.fromEntries([keyHeader(key)]);
}

/**
 * AWS answers 403 to a wrong pair, a wrong signature and a wrong API key, and to a right one that may not list models.
 * Seen: "The security token included in the request is invalid", "The request signature we calculated does not match",
 * "Authentication failed: Please make sure your API Key is valid".
 */
const REFUSED_BY_AWS = /security token .*(invalid|expired)|signature we calculated|authentication failed/i;

/**
 * A key that lacks only this permission is no wrong key: OpenAI answers 401 to those, too. Gemini and xAI answer 400 to
 * a wrong key. Seen: openai "Missing scopes", googleapis `API_KEY_INVALID`, x.ai "Incorrect API key provided".
 */
function isRefusal(status: number, text: string): boolean {
  if (status === 401) return !/missing scopes|insufficient permissions/i.test(text);
  if (status === 403) return REFUSED_BY_AWS.test(text);
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
  const lists = [reply, ...LISTS.map((name): unknown => Reflect.get(Object(reply), name))];
  return lists.find((list) => Array.isArray(list))?.length;
}

const LISTS = ['data', 'models', 'modelSummaries'] as const;
