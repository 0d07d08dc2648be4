import type { IncomingHttpHeaders } from 'node:http';
import { beginsLikeSecret } from '../../domain/policy/check-model-name.ts';
import { isSubKeyShaped } from '../../domain/sub-key.ts';

/**
 * Every header in which tools send a key that may be a sub-key. Whatever it contains is somebody's secret: never
 * forwarded, never logged.
 */
const CREDENTIAL_HEADERS = [
  'authorization',
  'x-api-key',
  'x-goog-api-key',
  'api-key',
  'cookie',
  'proxy-authorization',
] as const;

/**
 * Clients that cannot set headers offer their key as a sub-protocol of a WebSocket. Source: OpenAI API reference,
 * "Realtime API with WebSockets", 2026-11.
 */
export const KEY_PROTOCOL = 'openai-insecure-api-key.';

/**
 * Other header names that indicate a secret: `x-auth-token`, `helicone-auth`, `x-portkey-api-key`, `private-token`,
 * `x-amz-security-token`. Only the provider's own header carries a key on its way out, and Purser sets that.
 */
const NAMES_SECRET =
  /(?:^|[-_])(?:auth|authorization|authentication|token|secret|password|passwd|api-?key|access-?key|credentials?|cookie2?|jwt|bearer|signature)(?:$|[-_])/;

/**
 * Headers that name who pays, or the page a request comes from: the key's owner decides the first, and the second may
 * contain a secret in its address. Source: OpenAI API reference, "Authentication: organizations and projects";
 * 2026-11-30.
 */
const NOT_THE_TOOLS_CHOICE = new Set(['openai-organization', 'openai-project', 'referer', 'x-goog-user-project']);

/** Query parameters in which tools and APIs send a key: lower case, without `$`, `-` and `_`. */
const CREDENTIAL_PARAMS = new Set([
  'key',
  'apikey',
  'xapikey',
  'accesskey',
  'accesstoken',
  'oauthtoken',
  'authtoken',
  'auth',
  'authorization',
  'token',
  'password',
  'secret',
  'clientsecret',
  'jwt',
  'subscriptionkey',
]);

/** Removes from a query whatever may be somebody's secret. */
export function withoutCredentials(query: URLSearchParams): URLSearchParams {
  const isSecret = (name: string, value: string): boolean =>
    CREDENTIAL_PARAMS.has(name.toLowerCase().replaceAll(/[$_-]/g, '')) || holdsSecret(value);
  return new URLSearchParams([...query].filter(([name, value]) => !isSecret(name, value)));
}

/**
 * Lists the values that could be sub-keys, from every place where tools put them. A tool may send the person's real key
 * beside ours, so every place is searched and the rest is dropped unread.
 */
export function listSubKeyCandidates(headers: IncomingHttpHeaders, query: URLSearchParams): readonly string[] {
  return [...new Set(listCredentials(headers, query))].filter(isSubKeyShaped);
}

function listCredentials(headers: IncomingHttpHeaders, query: URLSearchParams): readonly string[] {
  const values = CREDENTIAL_HEADERS.map((name) => headers[name]).filter((value) => typeof value === 'string');
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',');
  const keys = offered.map((name) => name.trim()).filter((name) => name.startsWith(KEY_PROTOCOL));
  return [...values, ...keys.map((name) => name.slice(KEY_PROTOCOL.length)), ...query.getAll('key')].map((value) =>
    (accessKeyIn(value) ?? value.replace(/^Bearer\s+/i, '')).trim(),
  );
}

/**
 * The access key id of a request that an AWS SDK has signed. A sub-key may stand there. Its signature proves nothing
 * more: the secret it is made with is the client's own choice, and Purser keeps only a hash of the sub-key.
 */
function accessKeyIn(authorization: string): string | undefined {
  return /^AWS4-[\w-]+\s.*?Credential=([^/,\s]+)\//.exec(authorization)?.[1];
}

/** Subscriptions whose logins tools send instead of a key. */
export type Login = 'claude' | 'chatgpt';
const WEB_TOKEN = /^eyJ[\w-]*\.([\w-]+)\.[\w-]*$/;

/** Recognizes the login of a subscription when no sub-key came. The token itself is neither kept nor repeated. */
export function findLogin(headers: IncomingHttpHeaders, query: URLSearchParams): Login | undefined {
  const credentials = listCredentials(headers, query);
  if (credentials.some(isSubKeyShaped)) return undefined;
  if (credentials.some((value) => value.startsWith('sk-ant-oat'))) return 'claude';
  return credentials.some(isOpenAiLogin) ? 'chatgpt' : undefined;
}

/** A web token states openly who issued it and for whom. */
function isOpenAiLogin(value: string): boolean {
  const claims = WEB_TOKEN.exec(value)?.[1];
  return claims !== undefined && Buffer.from(claims, 'base64url').toString('utf8').includes('openai.com');
}

const LOGIN_WORDS = {
  claude: { plan: 'a Claude plan', tool: 'claude-code' },
  chatgpt: { plan: 'a ChatGPT plan', tool: 'codex' },
} as const satisfies Record<Login, object>;

/** Explains why a login is refused, and how the tool gets a sub-key. */
export function explainLogin(login: Login): string {
  const { plan, tool } = LOGIN_WORDS[login];
  return (
    `This tool is signed in with ${plan}. Purser passes on keys, not subscription logins, which no cap could ` +
    `limit. Give the tool a sub-key: purser connect ${tool}, or purser key issue and set it as the tool's API key.`
  );
}

/** True for a header that must not leave this machine, because of its name or its content. */
export function isCredentialHeader(name: string, value?: string | readonly string[]): boolean {
  if (
    CREDENTIAL_HEADERS.some((credential) => credential === name) ||
    NOT_THE_TOOLS_CHOICE.has(name) ||
    NAMES_SECRET.test(name)
  )
    return true;
  return [value ?? []].flat().some(holdsSecret);
}

/** True for a key, a login or a sub-key in a header that is not meant for one. */
function holdsSecret(value: string): boolean {
  const bare = value.replace(/^\s*Bearer\s+/i, '').trim();
  return isSubKeyShaped(bare) || (bare.length >= 20 && !/\s/.test(bare) && beginsLikeSecret(bare));
}
